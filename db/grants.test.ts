import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMigrated, describeRealPostgres } from '../test/databases.ts';
import { startRealPostgres, type RealPostgres } from '../test/postgres.ts';
import { FUNCTIONS, ROLES, TABLES, type Worker } from './grants.ts';

const FORBIDDEN = '42501';
const WORKERS = ['edge', 'monitor', 'deployVerify'] as const satisfies readonly Worker[];

/** A column of each table. */
const columnOf: Record<string, string> = {};

/** How each privilege is used; what fails for another reason than the right was permitted. */
const USES = {
  SELECT: (table: string) => `SELECT FROM ${table} LIMIT 1`,
  INSERT: (table: string) => `INSERT INTO ${table} DEFAULT VALUES`,
  UPDATE: (table: string) => `UPDATE ${table} SET ${columnOf[table]} = NULL WHERE false`,
  DELETE: (table: string) => `DELETE FROM ${table} WHERE false`,
  TRUNCATE: (table: string) => `TRUNCATE ${table}`,
} as const;

const privileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const;

const rights = WORKERS.flatMap((worker) =>
  Object.entries(TABLES).flatMap(([table, given]) =>
    privileges.map((privilege) => ({
      worker,
      table,
      privilege,
      may: (given[worker] ?? []).some((one) => one === privilege),
    })),
  ),
);

const WRITES = ['INSERT', 'UPDATE', 'DELETE'] as const;
// What people say of it stands in a table of its own.
const MEASURED = Object.keys(TABLES).filter(
  (table) => /^(service_|probe_|evaluator)/.test(table) && table !== 'service_corrections',
);

/** What no Worker may do, to any table or beside them. */
const NEVER = [
  ...Object.keys(TABLES).flatMap((table) => [
    `ALTER TABLE ${table} ADD COLUMN planted int`,
    `DROP TABLE ${table}`,
    `CREATE INDEX ON ${table} ((1))`,
    `CREATE TRIGGER planted BEFORE INSERT ON ${table} EXECUTE FUNCTION audit_log_keep()`,
  ]),
  'ALTER TABLE audit_log DISABLE TRIGGER ALL',
  'CREATE TABLE planted ()',
  'CREATE TABLE drizzle.planted ()',
  'DELETE FROM drizzle.__drizzle_migrations',
  'CREATE SCHEMA planted',
  'CREATE ROLE planted',
  `ALTER ROLE ${ROLES.edge} SUPERUSER`,
  'SET ROLE postgres',
  'SET SESSION AUTHORIZATION postgres',
  'SELECT FROM pg_authid',
  `SELECT pg_read_file('/etc/hostname')`,
  `COPY (SELECT 1) TO PROGRAM 'true'`,
  'CREATE OR REPLACE FUNCTION purge_audit_log(most integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
];

test('each table has its line', () => {
  const schema = globSync(join(import.meta.dirname, 'schema/*.ts'));
  const tables = schema.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/pgTable\(\s*'(\w+)'/g), ([, name]) => name),
  );
  expect(tables).not.toEqual([]);
  expect(new Set(tables)).toEqual(new Set(Object.keys(TABLES)));
});

// Whatever else the list gives.
test.each([
  [
    'nobody changes or deletes what is in the audit log',
    ['audit_log'],
    WORKERS,
    ['UPDATE', 'DELETE'],
  ],
  ['the public Worker deletes nothing at all', Object.keys(TABLES), ['edge'], ['DELETE']],
  ['the public Worker does not write what was measured', MEASURED, ['edge'], WRITES],
  ['tokens are no business of the clock', ['access_tokens'], ['monitor'], ['SELECT', ...WRITES]],
] as const)('%s', (_rule, tables, workers, forbidden) => {
  const given = tables.flatMap((table) =>
    workers.flatMap((worker) => TABLES[table]?.[worker] ?? []),
  );
  expect(given.filter((privilege) => forbidden.some((one) => one === privilege))).toEqual([]);
});

describeRealPostgres('the role of a Worker', () => {
  let server: RealPostgres;
  let owner: Client;
  const sessions: Partial<Record<Worker, Client>> = {};

  beforeAll(async () => {
    server = await startRealPostgres();
    const connectionString = await createMigrated(server);
    owner = await connect(connectionString);
    const columns = await owner.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = 'public'`,
    );
    for (const { table, column } of columns.rows) columnOf[table] = column;
    for (const worker of WORKERS) {
      await owner.query(`ALTER ROLE ${ROLES[worker]} LOGIN PASSWORD 'local'`);
      const url = Object.assign(new URL(connectionString), {
        username: ROLES[worker],
        password: 'local',
      });
      sessions[worker] = await connect(url.href);
    }
  }, 30_000);
  afterAll(async () => {
    await Promise.all([owner, ...Object.values(sessions)].map((session) => session.end()));
    await server.stop();
  });

  /** How a statement ends: its error code, or `done`. Nothing of it stays. */
  async function tryAs(worker: Worker, statement: string): Promise<string> {
    const session = sessions[worker];
    if (session === undefined) throw new Error(`No session of ${worker}`);
    await session.query('BEGIN');
    const end = await session.query(statement).then(() => 'done', codeOf);
    await session.query('ROLLBACK');
    return end;
  }

  test.each(rights)('$worker, $privilege on $table: $may', async (right) => {
    const end = await tryAs(right.worker, USES[right.privilege](right.table));
    expect(end !== FORBIDDEN).toBe(right.may);
  });

  describe.each(WORKERS)('%s', (worker) => {
    test.each(NEVER)('never: %s', async (statement) => {
      expect(await tryAs(worker, statement)).toBe(FORBIDDEN);
    });

    test.each(Object.entries(FUNCTIONS))('%s is for those it was made for', async (name, given) => {
      const call = `SELECT ${name.replace('integer', '1')}`;
      expect(await tryAs(worker, call)).toBe(given.includes(worker) ? 'done' : FORBIDDEN);
    });

    test('has deadlines in the database too', async () => {
      const { rows } = (await sessions[worker]?.query('SHOW statement_timeout')) ?? { rows: [] };
      expect(rows).toEqual([{ statement_timeout: '20s' }]);
    });
  });

  test('a role cannot pass on what it may do itself', async () => {
    await sessions.edge?.query(`GRANT SELECT ON audit_log TO ${ROLES.deployVerify}`);
    expect(await tryAs('deployVerify', USES.SELECT('audit_log'))).toBe(FORBIDDEN);
  });

  test('a right that a list no longer gives is taken away by the next migration', async () => {
    await owner.query(`GRANT DELETE ON audit_log TO ${ROLES.edge}`);
    expect(await tryAs('edge', USES.DELETE('audit_log'))).toBe('done');
    const { migrateDatabase } = await import('./migrate.ts');
    await migrateDatabase(owner);
    expect(await tryAs('edge', USES.DELETE('audit_log'))).toBe(FORBIDDEN);
  });

  test('not even the owner changes or deletes what is in the log, but what has outlived its term goes', async () => {
    const add = (at: string) =>
      owner.query(
        `INSERT INTO audit_log (at, actor_kind, actor, action, request_id) VALUES (${at}, 'user', 'u', 'test', 'r')`,
      );
    await add('now()');
    await add(`now() - interval '401 days'`);
    const refused = [
      `UPDATE audit_log SET actor = 'x'`,
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
    ];
    for (const statement of refused) {
      expect(await owner.query(statement).then(() => 'done', codeOf)).toBe(FORBIDDEN);
    }
    const purged = await sessions.monitor?.query('SELECT purge_audit_log(10) AS purged');
    expect(purged?.rows).toEqual([{ purged: 1 }]);
    expect((await owner.query('SELECT actor FROM audit_log')).rows).toEqual([{ actor: 'u' }]);
  });
});

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
