import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runDoctor } from '../testing/run-doctor.ts';
import { HUSH, startWatched, type Watched } from '../testing/start-watched.ts';

const SERVICES = [
  'api-server',
  'storefront',
  'postgresql',
  'redis',
  'stripe-api',
  's3-storage',
  'smtp-email',
];

const Report = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['ok', 'fail', 'off']),
      latencyMs: z.number().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

let watched: Watched;

beforeAll(async () => {
  watched = await startWatched();
  return () => watched.stop();
});

test('when all is well there is a line for each thing, and the end is 0', async () => {
  const { code, lines, stderr } = await runDoctor({ env: watched.env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(lines.map((line) => line.replace(/\d+ ms/, 'N ms'))).toEqual([
    'ok   settings        well-formed',
    'ok   postgres        N ms, migrations up to date',
    'ok   upstash         N ms',
    ...SERVICES.map((name) => `ok   ${name.padEnd(15)} N ms`),
    'ok   origin-metrics  N ms',
  ]);
});

test('what is not set and not required is off, and the end is 0', async () => {
  const off = { S3_BUCKET: '', STRIPE_SECRET_KEY: '', EMAIL_RELAY_API_KEY: '' };
  const { code, lines } = await runDoctor({ env: { ...watched.env, ...off } });
  expect(code).toBe(0);
  expect(lines.filter((line) => line.startsWith('off'))).toEqual([
    'off  stripe-api      set STRIPE_SECRET_KEY',
    'off  s3-storage      set S3_BUCKET',
    'off  smtp-email      set EMAIL_RELAY_API_KEY',
  ]);
});

test('what is required and not set fails and says what to set', async () => {
  const { code, lines, stderr } = await runDoctor({});
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([
    'FAIL postgres        set DATABASE_URL to the address of a Neon database, postgres://…',
    'FAIL upstash         set UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN: ' +
      'the REST API of an Upstash Redis',
    'FAIL origin-metrics  set ORIGIN_URL to the address of the application to watch',
  ]);
});

test('a run does not repeat what the one before it saw', async () => {
  const wrong = await runDoctor({ env: { ...watched.env, STRIPE_SECRET_KEY: `${HUSH}-wrong` } });
  const right = await runDoctor({ env: watched.env });
  expect([wrong.code, right.code]).toEqual([1, 0]);
});

test('--json prints the same as data', async () => {
  const env = { ...watched.env, S3_BUCKET: '', UPSTASH_REDIS_REST_TOKEN: `${HUSH}-wrong` };
  const { code, lines } = await runDoctor({ env }, '--json');
  const { ok, checks } = Report.parse(JSON.parse(lines.join('\n')));
  expect({ code, ok, count: checks.length }).toEqual({ code: 1, ok: false, count: 11 });
  expect(checks.filter(({ name }) => ['postgres', 'upstash', 's3-storage'].includes(name))).toEqual(
    [
      {
        name: 'postgres',
        status: 'ok',
        latencyMs: expect.any(Number),
        detail: 'migrations up to date',
      },
      {
        name: 'upstash',
        status: 'fail',
        latencyMs: null,
        detail: 'wrong token: check UPSTASH_REDIS_REST_TOKEN',
      },
      { name: 's3-storage', status: 'off', latencyMs: null, detail: 'set S3_BUCKET' },
    ],
  );
});
