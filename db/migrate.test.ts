import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { serve } from '../dev/stack/serve.ts';
import { describeRealPostgres } from '../test/databases.ts';
import { startRealPostgres, type RealPostgres } from '../test/postgres.ts';
import { ADVISORY_LOCK } from './migrate.ts';

const MIGRATE = join(import.meta.dirname, 'migrate.ts');
const TOTAL = readMigrationFiles({
  migrationsFolder: join(import.meta.dirname, 'migrations'),
}).length;
const POLL = { timeout: 10_000, interval: 20 };

function startMigrator(env: Record<string, string>) {
  const child = spawn(process.execPath, [MIGRATE], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return {
    kill: () => child.kill('SIGKILL'),
    ended: output.then(([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr })),
  };
}

function migrate(env: Record<string, string>) {
  return startMigrator(env).ended;
}

function upToDate(applied: number) {
  const stdout = `The database is up to date (${applied} migrations applied)\n`;
  return { code: 0, stdout, stderr: '' };
}

function failed(reason: string) {
  return { code: 1, stdout: '', stderr: `Cannot migrate: ${reason}\n` };
}

describeRealPostgres('npm run db:migrate', () => {
  let server: RealPostgres;
  let env: { DATABASE_URL: string };
  let session: Client;

  beforeAll(async () => {
    server = await startRealPostgres();
  }, 30_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    const connectionString = await server.createDatabase();
    env = { DATABASE_URL: connectionString };
    session = new Client({ connectionString });
    await session.connect();
    return () => session.end();
  });

  /** The sessions of migrators; with a part of what they do, those that wait for a lock to do it. */
  async function countMigrators(waitingFor?: string) {
    // Within a transaction the first look at the sessions is kept.
    await session.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await session.query<{ sessions: number }>(
      `SELECT count(*)::int AS sessions FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND ($1::text IS NULL OR wait_event_type = 'Lock' AND strpos(query, $1) > 0)`,
      [waitingFor],
    );
    return rows[0]?.sessions;
  }

  async function readTables() {
    const { rows } = await session.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema IN ('public', 'drizzle') ORDER BY name`,
    );
    return rows.map(({ name }) => name);
  }

  // The last table of the first migration: a migrator that waits here has made the others.
  async function holdLastTable() {
    await session.query('BEGIN');
    await session.query('CREATE TABLE service_statuses ()');
    const migrator = startMigrator(env);
    await expect.poll(() => countMigrators('CREATE TABLE "service_statuses"'), POLL).toBe(1);
    return migrator;
  }

  async function expectNothingHalfDone() {
    await session.query('ROLLBACK');
    await expect.poll(() => countMigrators(), POLL).toBe(0);
    expect(await readTables()).toEqual([]);
    expect(await migrate(env)).toEqual(upToDate(TOTAL));
  }

  test('an empty database gets the tables and what is in them; then there is nothing to do', async () => {
    expect(await migrate(env)).toEqual(upToDate(TOTAL));
    expect(await readTables()).toContain('public.service_statuses');
    await session.query('UPDATE evaluator SET revision = 7');
    expect(await migrate(env)).toEqual(upToDate(0));
    const { rows } = await session.query('SELECT revision FROM evaluator');
    expect(rows).toEqual([{ revision: 7 }]);
  });

  test('of two migrators at once both end well and one of them migrates', async () => {
    await session.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const migrators = [startMigrator(env), startMigrator(env)];
    await expect.poll(() => countMigrators('SELECT pg_advisory_xact_lock'), POLL).toBe(2);
    await session.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]);
    const ends = await Promise.all(migrators.map(({ ended }) => ended));
    expect(ends).toHaveLength(2);
    expect(ends).toEqual(expect.arrayContaining([upToDate(TOTAL), upToDate(0)]));
    const { rows } = await session.query('SELECT count(*)::int FROM drizzle.__drizzle_migrations');
    expect(rows).toEqual([{ count: TOTAL }]);
  });

  test('a migrator that is killed in the middle leaves nothing, and the next one finishes', async () => {
    const migrator = await holdLastTable();
    migrator.kill();
    expect(await migrator.ended).toEqual({ code: null, stdout: '', stderr: '' });
    await expectNothingHalfDone();
  });

  test('a migrator whose session is ended says so and leaves nothing', async () => {
    const migrator = await holdLastTable();
    await session.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    expect(await migrator.ended).toEqual(
      failed('terminating connection due to administrator command'),
    );
    await expectNothingHalfDone();
  });

  test('a table that is busy makes it fail within seconds and leave nothing', async () => {
    const migrator = await holdLastTable();
    expect(await migrator.ended).toEqual(failed('canceling statement due to lock timeout'));
    await expectNothingHalfDone();
  });

  test.each([
    [
      'a wrong password',
      { password: 'wrong-secret' },
      'password authentication failed for user "postgres": check the user and password in DATABASE_URL',
    ],
    [
      'a database that is not there',
      { pathname: '/nowhere' },
      'database "nowhere" does not exist: check the database name in DATABASE_URL',
    ],
  ])('%s is one line that says what to do', async (_case, change, reason) => {
    const url = Object.assign(new URL(env.DATABASE_URL), change);
    expect(await migrate({ DATABASE_URL: url.href })).toEqual(failed(reason));
  });
});

// The second is what Neon's console adds.
test.each(['', '?sslmode=require&channel_binding=require'])(
  'an address that refuses is one line without the password: %j',
  async (query) => {
    const closed = await serve({ name: 'nothing', handler: async () => null });
    await closed.stop();
    const DATABASE_URL = `postgres://pharos:secret@127.0.0.1:${closed.port}/pharos${query}`;
    expect(await migrate({ DATABASE_URL })).toEqual(
      failed(`connect ECONNREFUSED 127.0.0.1:${closed.port}`),
    );
  },
);

test.each([
  [
    'is not set',
    {},
    'DATABASE_URL is not set: give the address of the database (Neon: the direct one)',
  ],
  [
    'is no address',
    { DATABASE_URL: 'postgres://u:se#cret@db/x' },
    'Invalid URL: check DATABASE_URL',
  ],
])('a DATABASE_URL that %s is one line that says what to do', async (_case, env, reason) => {
  expect(await migrate(env)).toEqual(failed(reason));
});
