// Neon's SQL over HTTP before any `pg` pool: what @neondatabase/serverless speaks, batches and error fields included.
import type { IncomingHttpHeaders } from 'node:http';
import type { Pool, PoolClient } from 'pg';
import * as z from 'zod';
import { ROLES } from '../../db/grants.ts';
import { json, serve, type Answer, type Server } from './serve.ts';

const Query = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) });
const Body = z.union([z.object({ queries: z.array(Query) }), Query]);
type Query = z.infer<typeof Query>;

const Text = z.string().optional();

/** What PostgreSQL says of an error, as Neon passes it on. */
const DatabaseError = z.object({
  message: z.string(),
  code: z.string().length(5),
  severity: z.string(),
  detail: Text,
  hint: Text,
  position: Text,
  internalPosition: Text,
  internalQuery: Text,
  where: Text,
  schema: Text,
  table: Text,
  column: Text,
  dataType: Text,
  constraint: Text,
  file: Text,
  line: Text,
  routine: Text,
});

/** Every value stays PostgreSQL text; the driver parses it. Give it to the pool: set per query it breaks PGlite's. */
export const RAW_TEXT = { getTypeParser: () => (value: unknown) => value };

const ISOLATION: Record<string, string> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
};

type Options = { name: string; pool: Promise<Pool>; password?: string };

export async function serveNeon({ name, pool, password = 'local' }: Options): Promise<Server> {
  return serve({
    name,
    async handler({ method, url, headers }, body) {
      if (method !== 'POST' || url !== '/sql') return json(404, { message: 'Not found' });
      if (passwordOf(headers) !== password) {
        return json(400, {
          message: 'password authentication failed',
          code: '28P01',
          severity: 'FATAL',
        });
      }
      try {
        return json(200, await run(await pool, headers, Body.parse(JSON.parse(body.toString()))));
      } catch (error) {
        return refuse(error);
      }
    },
  });
}

function addressOf(headers: IncomingHttpHeaders): URL | null {
  const given = String(headers['neon-connection-string']);
  return URL.parse(given.replace(/^postgres(ql)?:/, 'http:'));
}

function passwordOf(headers: IncomingHttpHeaders): string {
  return decodeURIComponent(addressOf(headers)?.password ?? '');
}

async function run(pool: Pool, headers: IncomingHttpHeaders, body: z.infer<typeof Body>) {
  const client = await pool.connect();
  try {
    return await runAs(roleOf(headers), client, async (): Promise<unknown> =>
      'queries' in body ? runBatch(client, headers, body.queries) : execute(client, body),
    );
  } finally {
    client.release();
  }
}

// The pool has one user; a Worker gets no more rights than its role has.
async function runAs<T>(role: string | null, client: PoolClient, query: () => Promise<T>) {
  if (role === null) return query();
  await client.query(`SET ROLE ${role}`);
  try {
    return await query();
  } finally {
    await client.query('RESET ROLE');
  }
}

/** The role of the Worker whose name the address has; null for everybody else. */
function roleOf(headers: IncomingHttpHeaders): string | null {
  const name = addressOf(headers)?.username;
  return Object.values(ROLES).find((role) => role === name) ?? null;
}

async function runBatch(client: PoolClient, headers: IncomingHttpHeaders, queries: Query[]) {
  try {
    await client.query(begin(headers));
    const results = [];
    for (const query of queries) results.push(await execute(client, query));
    await client.query('COMMIT');
    return { results };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function begin(headers: IncomingHttpHeaders): string {
  const isolation = ISOLATION[String(headers['neon-batch-isolation-level'])];
  const parts = ['BEGIN'];
  if (isolation !== undefined) parts.push(`ISOLATION LEVEL ${isolation}`);
  if (headers['neon-batch-read-only'] === 'true') parts.push('READ ONLY');
  if (headers['neon-batch-deferrable'] === 'true') parts.push('DEFERRABLE');
  return parts.join(' ');
}

async function execute(session: PoolClient, { query, params }: Query) {
  // The extended protocol refuses several statements in one string, as Neon does.
  const config = { text: query, values: params, rowMode: 'array' as const, queryMode: 'extended' };
  const { command, rowCount, rows, fields } = await session.query(config);
  const columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  return { command, rowCount, rowAsArray: true, fields: columns, rows };
}

// By its shape: PGlite's errors are not of the class that `pg` throws.
function refuse(error: unknown): Answer {
  const refused = DatabaseError.safeParse(error);
  if (!refused.success) throw error;
  return json(400, refused.data);
}
