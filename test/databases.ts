// What tests of `db` run against: PGlite as `npm run dev` starts it, and a real PostgreSQL behind the same protocol.
import { setImmediate } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { describe } from 'vitest';
import { migrateDatabase } from '../db/migrate.ts';
import { RAW_TEXT, serveNeon } from '../dev/stack/neon.ts';
import { startPostgres } from '../dev/stack/postgres.ts';
import type { FaultMode, Server } from '../dev/stack/serve.ts';
import { isRealPostgresAvailable, startRealPostgres, type RealPostgres } from './postgres.ts';

const { platform, arch } = process;
const skipped = isRealPostgresAvailable
  ? ''
  : ` (skipped: no PostgreSQL that this user can start on ${platform} ${arch})`;
if (skipped !== '') console.log(`Tests on a real PostgreSQL${skipped}`);

/** Migrated and otherwise empty; `openDb` reaches it by `url`. */
export type Database = Server;

/** The same tests on PGlite and on a real PostgreSQL. */
export function describeEachDatabase(
  rule: string,
  define: (start: () => Promise<Database>) => void,
): void {
  describe(`${rule} on PGlite`, () => {
    define(startPglite);
  });
  describeRealPostgres(`${rule} on PostgreSQL`, () => {
    define(startMigrated);
  });
}

/** Tests that need a real PostgreSQL: skipped, and said so, where there is none. */
export function describeRealPostgres(rule: string, define: () => void): void {
  describe.skipIf(skipped !== '')(`${rule}${skipped}`, () => {
    define();
  });
}

async function startPglite(): Promise<Database> {
  const database = await startPostgres();
  await database.ready;
  return withPatience(database);
}

async function startMigrated(): Promise<Database> {
  const server = await startRealPostgres();
  const database = await serveDatabase(await createMigrated(server));
  return {
    ...database,
    async stop() {
      await database.stop();
      await server.stop();
    },
  };
}

/** Gives the connection string of a new database with the tables of Pharos. */
export async function createMigrated(server: RealPostgres): Promise<string> {
  const connectionString = await server.createDatabase();
  const client = new Client({ connectionString });
  await client.connect();
  await migrateDatabase(client);
  await client.end();
  return connectionString;
}

/** Neon's protocol before a database of a real PostgreSQL. */
export async function serveDatabase(connectionString: string): Promise<Database> {
  const pool = new Pool({ connectionString, max: 24, types: RAW_TEXT });
  // The server may end: whoever asks next is told.
  pool.on('error', () => {});
  const { username, password, pathname } = new URL(connectionString);
  const server = await serveNeon({ name: 'the database', pool: Promise.resolve(pool), password });
  return {
    ...withPatience(server),
    url: `postgres://${username}:${password}@127.0.0.1:${server.port}${pathname}`,
    async stop() {
      await server.stop();
      await pool.end();
    },
  };
}

// A fault closes connections; until the client has read that, it would send its next request into one of them. What was
// closed before this turn of the event loop ends is read in the next.
function withPatience<T extends Server>(server: T): T {
  return {
    ...server,
    async setFault(mode: FaultMode) {
      await server.setFault(mode);
      await setImmediate();
      await setImmediate();
    },
  };
}
