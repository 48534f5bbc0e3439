// PGlite behind the SQL-over-HTTP protocol of Neon's serverless driver.
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Pool } from 'pg';
import { migrateDatabase } from '../../db/migrate.ts';
import { serveNeon, RAW_TEXT } from './neon.ts';
import type { Server } from './serve.ts';

/** Listens at once and answers when the database is open and migrated, so that other parts may start beside it. */
export async function startPostgres(dataDir?: string): Promise<Server & { ready: Promise<void> }> {
  const opening = open(dataDir).catch((error: unknown) => {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot open the database in ${dataDir}: ${seen}: move it away or set PHAROS_DATA`,
      {
        cause: error,
      },
    );
  });
  // Whoever starts the stack looks at `ready`; a request before that gets the same error.
  const ready = opening.then(() => undefined);
  ready.catch(() => {});
  const pool = opening.then((opened) => opened.pool);
  pool.catch(() => {});
  const server = await serveNeon({ name: 'the database', pool });
  return {
    ...server,
    ready,
    url: `postgres://local:local@127.0.0.1:${server.port}/local`,
    async stop() {
      await server.stop();
      // Why it did not open is for whoever looks at `ready`.
      const opened = await opening.catch(() => null);
      await opened?.pool.end();
      await opened?.lite.close();
    },
  };
}

async function open(dataDir?: string) {
  const lite = await PGlite.create(dataDir === undefined ? {} : { dataDir });
  const pool = new Pool(Object.assign(createPgConfig(lite), { max: 1, types: RAW_TEXT }));
  const client = await pool.connect();
  try {
    await migrateDatabase(client);
  } finally {
    client.release();
  }
  return { lite, pool };
}
