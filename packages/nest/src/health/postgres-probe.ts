import type { Probe, ProbeFacts } from './probe.ts';

/** What is used of TypeORM's DataSource. */
export type DataSourceLike = {
  query: (sql: string) => Promise<unknown>;
  readonly migrations?: readonly object[];
  readonly options?: object;
};

/** The size touches every file of the database. */
const SIZE_EVERY_MS = 60_000;

// Of this database only, and as integers: the driver gives bigint as text.
const CONNECTIONS = `
  SELECT count(*)::int AS total_connections,
    (count(*) FILTER (WHERE state = 'active'))::int AS active_connections,
    (count(*) FILTER (WHERE state = 'idle in transaction'))::int AS idle_in_transaction,
    current_setting('max_connections')::int AS max_connections
  FROM pg_stat_activity WHERE datname = current_database()`;
const SIZE = `
  SELECT round(pg_database_size(current_database()) / 1048576.0, 1)::float8 AS database_size_mb`;

/** PostgreSQL through the host's own pool: what a request of the host would meet. */
export function postgresProbe(dataSource: DataSourceLike): Probe {
  let size: { atMs: number; facts: ProbeFacts } | null = null;
  return { name: 'postgresql', timeoutMs: 2_000, degradedMs: 500, isCritical: true, check };

  async function check(): Promise<ProbeFacts> {
    await dataSource.query('SELECT 1');
    // It answers; statistics that may not be read do not make it less well.
    const facts = await readStatistics().catch(() => ({}));
    return { ...facts, ...readPool(dataSource) };
  }

  async function readStatistics(): Promise<ProbeFacts> {
    const connections = await readNumbers(dataSource, CONNECTIONS);
    if (size === null || Date.now() - size.atMs > SIZE_EVERY_MS) {
      size = { atMs: Date.now(), facts: await readNumbers(dataSource, SIZE) };
    }
    return { ...connections, ...size.facts };
  }
}

async function readNumbers(dataSource: DataSourceLike, sql: string): Promise<ProbeFacts> {
  const rows = await dataSource.query(sql);
  const row: unknown = Array.isArray(rows) ? rows[0] : {};
  return Object.fromEntries(
    Object.entries(Object(row)).map(([name, value]) => [name, Number(value)]),
  );
}

// pg's pool, which TypeORM keeps as the driver's master.
function readPool(dataSource: DataSourceLike): ProbeFacts {
  const pool = Object(Object(Reflect.get(dataSource, 'driver')).master);
  if (typeof pool.totalCount !== 'number') return {};
  return {
    pool_total: Number(pool.totalCount),
    pool_idle: Number(pool.idleCount),
    pool_waiting: Number(pool.waitingCount),
  };
}
