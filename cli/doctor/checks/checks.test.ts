import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { openDb } from '../../../db/client.ts';
import { startPostgres } from '../../../dev/stack/postgres.ts';
import { serve, type Server } from '../../../dev/stack/serve.ts';
import { runDoctor, type Examined } from '../../testing/run-doctor.ts';
import { HUSH, startWatched, type Watched } from '../../testing/start-watched.ts';

let watched: Watched;

beforeAll(async () => {
  watched = await startWatched();
  return () => watched.stop();
});

function examine(changes: Record<string, string>): Promise<Examined> {
  return runDoctor({ env: { ...watched.env, ...changes } });
}

/** Puts the addresses that are known only now where the table names them. */
function fill(text: string): string {
  return text
    .replace(
      'postgres@',
      `local:${HUSH}@127.0.0.1:${new URL(watched.env['DATABASE_URL'] ?? '').port}`,
    )
    .replace('odd@', new URL(watched.oddUrl).host)
    .replace('closed@', new URL(watched.closedUrl).host);
}

const NOT_PLAIN =
  "the Workers need Neon's SQL over HTTP, as npm run dev has it, not a plain Postgres";

test.each([
  ['SLOT_SEC', 'soon', 'settings        SLOT_SEC must be a number of seconds'],
  ['PRODUCT_URL', 'shop', 'settings        PRODUCT_URL must be a whole address, https://…'],
  [
    'DATABASE_URL',
    '',
    'postgres        set DATABASE_URL to the address of a Neon database, postgres://…',
  ],
  [
    'DATABASE_URL',
    `mysql://me:${HUSH}@db/shop`,
    'postgres        DATABASE_URL must be postgres://user:password@host/database',
  ],
  [
    'DATABASE_URL',
    'postgres://postgres@/local',
    'postgres        password authentication failed: check the user and password in DATABASE_URL',
  ],
  [
    'DATABASE_URL',
    `postgres://me:${HUSH}@closed@/db`,
    'postgres        cannot reach closed@: connection refused: is npm run dev running?',
  ],
  [
    'DATABASE_URL',
    `postgres://me:${HUSH}@odd@/db`,
    `postgres        cannot reach odd@: status 404: ${NOT_PLAIN}`,
  ],
  [
    'DATABASE_URL',
    `postgres://me:${HUSH}@localhost:1/db`,
    "postgres        cannot reach localhost:1 over https: connection refused: it must be Neon's, or local on 127.0.0.1",
  ],
  [
    'UPSTASH_REDIS_REST_TOKEN',
    '',
    'upstash         set UPSTASH_REDIS_REST_TOKEN: the REST API of an Upstash Redis',
  ],
  ['UPSTASH_REDIS_REST_TOKEN', HUSH, 'upstash         wrong token: check UPSTASH_REDIS_REST_TOKEN'],
  [
    'UPSTASH_REDIS_REST_URL',
    'http://closed@',
    'upstash         connection refused: check UPSTASH_REDIS_REST_URL',
  ],
  [
    'UPSTASH_REDIS_REST_URL',
    `rediss://me:${HUSH}@cache:6379`,
    'upstash         UPSTASH_REDIS_REST_URL must be the REST address, https://…',
  ],
  [
    'UPSTASH_REDIS_REST_URL',
    'http://odd@/html',
    "upstash         an answer that is not Upstash's REST API: check UPSTASH_REDIS_REST_URL",
  ],
  ['UPSTASH_REDIS_REST_URL', 'http://odd@/status/500', 'upstash         refused: no reason given'],
  ['PROBE_API_PATH', '/nope', 'api-server      status 404'],
  ['STOREFRONT_URL', 'http://closed@', 'storefront      connection refused or lost'],
  ['STRIPE_SECRET_KEY', HUSH, 'stripe-api      status 401: check STRIPE_SECRET_KEY'],
  [
    'S3_ACCESS_KEY_ID',
    HUSH,
    's3-storage      status 403: check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the rights of that key',
  ],
  ['S3_BUCKET', 'nope', 's3-storage      status 404: check S3_BUCKET'],
  [
    'S3_ENDPOINT',
    'media',
    's3-storage      S3_ENDPOINT is malformed: it must be a whole address, https://…',
  ],
  ['EMAIL_RELAY_API_KEY', HUSH, 'smtp-email      status 403: check EMAIL_RELAY_API_KEY'],
  ['ORIGIN_TOKEN', '', 'origin-metrics  status 401: set ORIGIN_TOKEN'],
  ['ORIGIN_TOKEN', HUSH, 'origin-metrics  status 401: check ORIGIN_TOKEN'],
  ['ORIGIN_TOKEN', `${HUSH} x`, 'origin-metrics  ORIGIN_TOKEN has a space or line break in it'],
  ['ORIGIN_URL', '', 'origin-metrics  set ORIGIN_URL to the address of the application to watch'],
  [
    'ORIGIN_URL',
    `http://me:${HUSH}@closed@`,
    'origin-metrics  ORIGIN_URL must be a whole address without a user, https://…',
  ],
  ['ORIGIN_URL', 'http://closed@', 'origin-metrics  connection refused: check ORIGIN_URL'],
  [
    'ORIGIN_URL',
    'http://odd@/text',
    'origin-metrics  content type application/json: text/plain was expected',
  ],
  ['ORIGIN_URL', 'http://odd@/status/500', 'origin-metrics  status 500'],
  [
    'ORIGIN_URL',
    'http://odd@/nope',
    'origin-metrics  let the origin give its numbers on /metrics (seen: status 404)',
  ],
])('%s=%j fails: %s', async (name, value, line) => {
  const examined = await examine({ [name]: fill(value) });
  expect(examined.lines).toContain(`FAIL ${fill(line)}`);
  expect(examined).toMatchObject({ code: 1, stderr: '' });
});

test('an origin without a token that has no /metrics is any web application', async () => {
  await using page = await startPage('<!doctype html><title>Shop</title>', 'text/html');
  const changes = { ORIGIN_URL: page.url, ORIGIN_TOKEN: '', PROBE_API_PATH: '/' };
  const { code, lines } = await examine(changes);
  expect(code).toBe(0);
  expect(lines).toContain(
    'off  origin-metrics  let the origin give its numbers on /metrics (seen: a page)',
  );
});

test('a token that was copied with its line break is named', async () => {
  const { code, lines } = await examine({ UPSTASH_REDIS_REST_TOKEN: `${HUSH}\n` });
  expect(code).toBe(1);
  expect(lines).toContain(
    'FAIL upstash         UPSTASH_REDIS_REST_TOKEN has a space or line break in it',
  );
});

test('migrations that are not applied fail, and so does their absence', async () => {
  const postgres = await startPostgres();
  await postgres.ready;
  const db = openDb(postgres.url, AbortSignal.timeout(10_000));
  const changes = { DATABASE_URL: postgres.url };
  await db.execute(sql`DELETE FROM drizzle.__drizzle_migrations`);
  const behind = await examine(changes);
  await db.execute(sql`DROP SCHEMA drizzle CASCADE`);
  const empty = await examine(changes);
  await postgres.stop();
  const line = /^FAIL postgres {8}(\d+) of \1 migrations not applied: run npm run db:migrate$/;
  expect(behind.lines[1]).toMatch(line);
  expect(empty.lines[1]).toMatch(line);
  expect([behind.code, empty.code]).toEqual([1, 1]);
});

test('what an origin says of a failure stays one line, without the secret that it quotes', async () => {
  const error = `refused ${HUSH}-origin\n\u001B[31m  at line 1`;
  const redis = { status: 'DOWN', error };
  const report = encodeURIComponent(JSON.stringify({ services: { redis } }));
  const { lines } = await examine({ ORIGIN_URL: `${watched.oddUrl}/json/${report}` });
  expect(lines).toContain('FAIL redis           refused … [31m at line 1');
});

test('what hangs is given up', async () => {
  const hanging = await startPage('', 'text/plain');
  await hanging.setFault('hang');
  const { host, href } = new URL(hanging.url);
  const { code, lines } = await examine({
    DATABASE_URL: `postgres://me:${HUSH}@${host}/db`,
    UPSTASH_REDIS_REST_URL: href,
    ORIGIN_URL: href,
  });
  await hanging.stop();
  expect(code).toBe(1);
  expect(lines.filter((line) => line.includes('no answer in time'))).toEqual([
    `FAIL postgres        cannot reach ${host}: no answer in time`,
    'FAIL upstash         no answer in time: check UPSTASH_REDIS_REST_URL',
    'FAIL origin-metrics  no answer in time: check ORIGIN_URL',
  ]);
});

async function startPage(body: string, type: string): Promise<Server & AsyncDisposable> {
  const answer = { status: 200, headers: { 'content-type': type }, body };
  const server = await serve({ name: 'the page', handler: async () => answer });
  return { ...server, [Symbol.asyncDispose]: server.stop };
}
