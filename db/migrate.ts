// npm run db:migrate: brings the database of DATABASE_URL up to date.
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Client, type ClientBase } from 'pg';
import { applyGrants } from './apply-grants.ts';
import { explainDbError } from './explain-error.ts';
import { seed } from './seed.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Any number, as long as every migrator takes the same. */
export const ADVISORY_LOCK = 7_427_002;

/**
 * Applies what is missing, seeds and grants, all in one transaction, with drizzle's own journal. One migrator at a time:
 * a second one waits and then finds nothing to do. Gives how many migrations were applied. Needs a session: Neon's SQL
 * over HTTP has no transactions of several statements, and drizzle's migrator for it leaves half a schema when one
 * fails; its migrator for `pg` sends types that PGlite's adapter cannot take.
 */
export async function migrateDatabase(client: ClientBase): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = '60s'`);
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    // From here on a busy table makes the migration fail rather than hold up the traffic behind it.
    await client.query(`SET LOCAL lock_timeout = '2s'`);
    await client.query(`SET LOCAL statement_timeout = '60s'`);
    const applied = await applyMissing(client);
    await seed(client);
    await applyGrants(client);
    await client.query('COMMIT');
    return applied;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function applyMissing(client: ClientBase): Promise<number> {
  await client.query('CREATE SCHEMA IF NOT EXISTS drizzle');
  await client.query(`CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (
    id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`);
  const { rows } = await client.query(
    'SELECT coalesce(max(created_at), 0)::float8 AS last FROM drizzle.__drizzle_migrations',
  );
  const missing = readMigrationFiles({ migrationsFolder: MIGRATIONS }).filter(
    ({ folderMillis }) => folderMillis > Number(rows[0]?.last),
  );
  for (const { sql, hash, folderMillis } of missing) {
    for (const statement of sql) await client.query(statement);
    await client.query(
      'INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)',
      [hash, folderMillis],
    );
  }
  return missing.length;
}

async function main(): Promise<number> {
  const connectionString = process.env['DATABASE_URL'] ?? '';
  if (connectionString === '') {
    throw new Error(
      'DATABASE_URL is not set: give the address of the database (Neon: the direct one)',
    );
  }
  const client = new Client({
    // To `pg` these mean the same, but it warns of the first, which is what Neon gives.
    connectionString: connectionString.replace('sslmode=require', 'sslmode=verify-full'),
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks also rejects what is under way, which is reported below.
  client.on('error', () => {});
  await client.connect();
  try {
    return await migrateDatabase(client);
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  main().then(
    (applied) => console.log(`The database is up to date (${applied} migrations applied)`),
    (error: unknown) => {
      console.error(`Cannot migrate: ${explainDbError(error)}`);
      process.exitCode = 1;
    },
  );
}
