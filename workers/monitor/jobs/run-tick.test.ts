import { beforeEach, expect, inject, test } from 'vitest';
import { openDb } from '../../../db/client.ts';
import { readState } from '../../../db/queries/ticks.ts';
import { readSnapshot } from '../../shared/snapshot-store.ts';
import { readSettings } from '../settings.ts';
import { testEnv } from '../test-env.ts';
import { runCron } from './run-cron.ts';
import { runTick, type Clock } from './run-tick.ts';

const { closedUrl, oddUrl } = inject('backing');
const MINUTE_MS = 60_000;
// The gate only opens forwards, so each test has minutes of its own.
let minuteMs = Date.parse('2026-11-24T00:00:00Z');

beforeEach(async () => {
  minuteMs += 10 * MINUTE_MS;
  await testEnv().STATUS_KV.delete('snapshot:v1');
});

function clockAt(startMs: number): Clock & { slept: number[] } {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => nowMs,
    newRun: () => crypto.randomUUID(),
    async sleep(ms) {
      slept.push(ms);
      nowMs += ms;
    },
  };
}

function tick(env: MonitorEnv, tickMs: number) {
  return runTick(env, {
    tickMs,
    settings: readSettings(env).settings,
    clock: clockAt(tickMs + 100),
  });
}

async function roundsOf(tickMs: number) {
  const { rounds } = await readState(
    openDb(testEnv().DATABASE_URL, AbortSignal.timeout(5_000)),
    tickMs,
  );
  return rounds.filter(({ slotMs }) => slotMs === tickMs);
}

const NO_DATABASE = { DATABASE_URL: `${closedUrl.replace('http://', 'postgres://u:p@')}/none` };

test('a tick stores a round of every configured service and publishes them in the order of the page', async () => {
  const env = testEnv();
  await tick(env, minuteMs);
  const snapshot = await readSnapshot(env.STATUS_KV);
  expect(snapshot?.services.map(({ serviceName, status }) => `${serviceName} ${status}`)).toEqual([
    'api-server UP',
    'storefront UP',
    'postgresql UP',
    'redis UP',
    'stripe-api UP',
    'smtp-email UP',
  ]);
  expect(await roundsOf(minuteMs)).toHaveLength(6);
});

test('two ticks for one slot at once leave one result', async () => {
  const env = testEnv();
  await Promise.all([tick(env, minuteMs), tick(env, minuteMs)]);
  const names = (await roundsOf(minuteMs)).map(({ serviceName }) => serviceName);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(names).toHaveLength(6);
});

test('a tick that comes after a later one changes nothing', async () => {
  const env = testEnv();
  await tick(env, minuteMs + MINUTE_MS);
  const before = await readSnapshot(env.STATUS_KV);
  await tick(env, minuteMs);
  expect(await roundsOf(minuteMs)).toEqual([]);
  expect(await readSnapshot(env.STATUS_KV)).toEqual(before);
});

test('Stripe keeps its state in the slots in which it is not asked', async () => {
  const env = testEnv();
  await tick(env, minuteMs);
  await tick(env, minuteMs + 30_000);
  const states = (await roundsOf(minuteMs + 30_000)).map(({ serviceName }) => serviceName);
  expect(states).not.toContain('stripe-api');
  const down = testEnv({ STOREFRONT_URL: closedUrl });
  await tick(down, minuteMs + 60_000);
  await tick(down, minuteMs + 90_000);
  const snapshot = await readSnapshot(env.STATUS_KV);
  expect(snapshot?.services.find(({ serviceName }) => serviceName === 'stripe-api')?.status).toBe(
    'UP',
  );
  expect(snapshot?.overall).toBe('DOWN');
});

test('without a database the page goes on with new verdicts', async () => {
  const env = testEnv();
  await tick(env, minuteMs);
  const away = testEnv({ ...NO_DATABASE, STOREFRONT_URL: closedUrl });
  await tick(away, minuteMs + 60_000);
  await tick(away, minuteMs + 90_000);
  const snapshot = await readSnapshot(env.STATUS_KV);
  const shop = snapshot?.services.find(({ serviceName }) => serviceName === 'storefront');
  expect(shop).toMatchObject({ status: 'DOWN' });
  expect(shop?.recent.results.slice(-2)).toBe('ud');
  expect(await roundsOf(minuteMs + 60_000)).toEqual([]);
});

test('a database that was never there does not keep the page from its first state', async () => {
  await tick(testEnv(NO_DATABASE), minuteMs);
  expect((await readSnapshot(testEnv().STATUS_KV))?.overall).toBe('UP');
});

test('a service that was reported before and is no longer is unknown; one that never was stays hidden', async () => {
  await tick(testEnv(), minuteMs);
  const changed = testEnv({ ORIGIN_URL: `${oddUrl}/status/404`, STRIPE_SECRET_KEY: '' });
  for (const later of [30_000, 60_000, 90_000]) await tick(changed, minuteMs + later);
  const snapshot = await readSnapshot(testEnv().STATUS_KV);
  const states = snapshot?.services.map(({ serviceName, status }) => `${serviceName} ${status}`);
  expect(states).toContain('redis UNKNOWN');
  expect(states?.join()).not.toContain('stripe-api');
});

test('what was published and cannot be read is published anew', async () => {
  const env = testEnv();
  await env.STATUS_KV.put('snapshot:v1', '{"v":0}');
  await tick(env, minuteMs);
  expect((await readSnapshot(env.STATUS_KV))?.overall).toBe('UP');
});

test('a cron runs two whole ticks, half a minute apart by the clock', async () => {
  const clock = clockAt(minuteMs + 2_000);
  await runCron(testEnv(), minuteMs, clock);
  expect(await roundsOf(minuteMs)).toHaveLength(6);
  expect(await roundsOf(minuteMs + 30_000)).toHaveLength(5);
  expect(clock.slept.reduce((sum, ms) => sum + ms)).toBe(28_000);
});

test('the second tick is dropped when it would begin too late', async () => {
  await runCron(testEnv(), minuteMs, clockAt(minuteMs + 55_000));
  expect(await roundsOf(minuteMs)).toHaveLength(6);
  expect(await roundsOf(minuteMs + 30_000)).toEqual([]);
});

test('a tick that fails leaves the other one alone', async () => {
  const env = testEnv();
  const put = env.STATUS_KV.put.bind(env.STATUS_KV);
  let calls = 0;
  const STATUS_KV = Object.assign(Object.create(env.STATUS_KV), {
    put: (key: string, value: string) => {
      calls += 1;
      if (calls === 1) throw new Error('KV PUT failed: 429 Too Many Requests');
      return put(key, value);
    },
    get: env.STATUS_KV.get.bind(env.STATUS_KV),
  });
  await runCron({ ...env, STATUS_KV }, minuteMs, clockAt(minuteMs));
  expect((await readSnapshot(env.STATUS_KV))?.overall).toBe('UP');
});

test('when the database comes back, what was published meanwhile is not taken back', async () => {
  const env = testEnv();
  await tick(env, minuteMs);
  const down = { STOREFRONT_URL: closedUrl };
  await tick(testEnv({ ...NO_DATABASE, ...down }), minuteMs + 60_000);
  await tick(testEnv({ ...NO_DATABASE, ...down }), minuteMs + 90_000);
  await tick(testEnv(down), minuteMs + 150_000);
  const snapshot = await readSnapshot(env.STATUS_KV);
  const shop = snapshot?.services.find(({ serviceName }) => serviceName === 'storefront');
  expect(shop?.recent.results.slice(-3)).toBe('udd');
  expect(shop?.status).toBe('DOWN');
});

test('a tick is stored although one of an earlier slot came between its reading and its writing', async () => {
  const env = testEnv();
  await Promise.all([tick(env, minuteMs), tick(env, minuteMs + 30_000)]);
  expect(await roundsOf(minuteMs + 30_000)).not.toEqual([]);
});

test('without a database and without the store of what is published, nothing is published', async () => {
  const env = testEnv(NO_DATABASE);
  const puts: string[] = [];
  const STATUS_KV = Object.assign(Object.create(env.STATUS_KV), {
    get: () => Promise.reject(new Error('KV GET failed: 500')),
    put: async (key: string) => puts.push(key),
  });
  await tick({ ...env, STATUS_KV }, minuteMs);
  expect(puts).toEqual([]);
});

test('a minute keeps a copy of the epoch of sessions, and of the keys that admins sign in by', async () => {
  const env = testEnv({ AUTH_JWKS_URL: `${testEnv().ORIGIN_URL}/.well-known/jwks.json` });
  await Promise.all(['session-epoch:v1', 'auth-keys:v1'].map((key) => env.STATUS_KV.delete(key)));
  await tick(env, minuteMs);
  expect(await env.STATUS_KV.get('session-epoch:v1')).toMatch(/^\d+$/);
  const kept = await env.STATUS_KV.get('auth-keys:v1');
  expect(kept).toMatch(/"kty":"EC"/);
  // What has not changed is not written again.
  await tick(env, minuteMs + 10 * MINUTE_MS);
  expect(await env.STATUS_KV.get('auth-keys:v1')).toBe(kept);
  minuteMs += 10 * MINUTE_MS;
});
