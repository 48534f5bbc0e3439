import type { DataSourceLike } from './postgres-probe.ts';

/** The body of /health/migrations. */
export type MigrationReport = {
  /** Unknown when the running DataSource lists no migrations: nothing can be compared. */
  status: 'ok' | 'pending' | 'unknown';
  configured: number;
  executed: number;
  pending: string[];
  last: string | null;
  /** Executed, and not in this version of the code. */
  unknownInDatabase: string[];
  table: string;
};

/** Code of PostgreSQL for "undefined_table". */
const NO_TABLE = '42P01';

/** Compares the migrations in the code with those in the database. Only reads: `showMigrations()` makes the table. */
export async function reportMigrations(dataSource: DataSourceLike): Promise<MigrationReport> {
  const { table, path } = readTable(dataSource.options);
  const configured = (dataSource.migrations ?? []).map(nameOf);
  const executed = await readExecuted(dataSource, path);
  const pending = configured.filter((name) => !executed.includes(name));
  return {
    status: configured.length === 0 ? 'unknown' : pending.length === 0 ? 'ok' : 'pending',
    configured: configured.length,
    executed: executed.length,
    pending,
    last: executed.at(-1) ?? null,
    unknownInDatabase: executed.filter((name) => !configured.includes(name)),
    table,
  };
}

async function readExecuted(dataSource: DataSourceLike, path: string): Promise<string[]> {
  const rows = await dataSource.query(`SELECT "name" FROM ${path} ORDER BY "id"`).catch(noTable);
  return Array.isArray(rows) ? rows.map((row) => String(Object(row).name)) : [];
}

// No migration has run yet.
function noTable(error: unknown): [] {
  const { code, driverError } = Object(error);
  if (code === NO_TABLE || Object(driverError).code === NO_TABLE) return [];
  throw error;
}

function readTable(options: unknown) {
  const { migrationsTableName, schema } = Object(options);
  const table = typeof migrationsTableName === 'string' ? migrationsTableName : 'migrations';
  const path = typeof schema === 'string' ? `${quote(schema)}.${quote(table)}` : quote(table);
  return { table, path };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function nameOf(migration: object): string {
  return String(Object(migration).name ?? migration.constructor.name);
}
