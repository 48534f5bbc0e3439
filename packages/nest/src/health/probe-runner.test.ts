import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { postgresProbe } from './postgres-probe.ts';
import type { Probe, ProbeFacts } from './probe.ts';
import { createProbeRunner } from './probe-runner.ts';
import { redisProbe } from './redis-probe.ts';

const probe = (check: Probe['check'], more: Partial<Probe> = {}): Probe => ({
  name: 'mine',
  check,
  ...more,
});
const never = () => new Promise<ProbeFacts>(() => {});

test.each<[string, Probe, object]>([
  ['an answer', probe(async () => ({ a: 1 })), { status: 'UP', metadata: { a: 1 } }],
  ['no facts', probe(async () => ({})), { status: 'UP' }],
  ['a slow answer', probe(() => wait(40, {}), { degradedMs: 5 }), { status: 'DEGRADED' }],
  [
    'no answer',
    probe(never, { timeoutMs: 30 }),
    { status: 'DOWN', error: 'no answer within 30 ms' },
  ],
  [
    'a refusal',
    probe(() => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:1'))),
    { status: 'DOWN', error: 'connect ECONNREFUSED 127.0.0.1:1' },
  ],
  [
    'a refusal without a message',
    probe(() => Promise.reject(Object.assign(new Error(''), { code: 'ECONNREFUSED' }))),
    { status: 'DOWN', error: 'ECONNREFUSED' },
  ],
  [
    'a check that throws at once',
    probe(() => {
      throw new TypeError('broken');
    }),
    { status: 'DOWN', error: 'broken' },
  ],
  [
    'a message with a password',
    probe(() => Promise.reject(new Error('postgres://shop:hunter2@db/shop'))),
    { status: 'DOWN', error: 'postgres://[hidden]@db/shop' },
  ],
])('%s', async (_case, given, expected) => {
  const health = await createProbeRunner(given, Date.now)();
  expect(health).toEqual({
    latencyMs: expect.any(Number),
    checkedAt: expect.any(String),
    ...expected,
  });
});

test('the deadline reaches the check', async () => {
  const seen: AbortSignal[] = [];
  const check = (signal: AbortSignal) => {
    seen.push(signal);
    return never();
  };
  await createProbeRunner(probe(check, { timeoutMs: 10 }), Date.now)();
  expect(seen.map(({ aborted }) => aborted)).toEqual([true]);
});

test('an answer is repeated for as long as it is kept, a failure too', async () => {
  let nowMs = 0;
  let calls = 0;
  const check = async () => {
    calls += 1;
    throw new Error('429');
  };
  const run = createProbeRunner(probe(check, { cacheMs: 60_000 }), () => nowMs);
  await run();
  nowMs = 59_999;
  expect(await run()).toMatchObject({
    status: 'DOWN',
    cached: true,
    checkedAt: new Date(0).toISOString(),
  });
  nowMs = 60_000;
  expect(await run()).not.toHaveProperty('cached');
  expect(calls).toBe(2);
});

test('checks that hang do not use up the pool, and are forgotten after a minute', async () => {
  let nowMs = 0;
  let calls = 0;
  const check = () => {
    calls += 1;
    return never();
  };
  const run = createProbeRunner(probe(check, { timeoutMs: 5 }), () => nowMs);
  for (let round = 0; round < 3; round += 1) await run();
  expect(await run()).toMatchObject({ error: '3 checks are still without an answer' });
  expect(calls).toBe(3);
  nowMs = 60_001;
  await run();
  expect(calls).toBe(4);
});

test('PostgreSQL answers although its statistics may not be read', async () => {
  const dataSource = {
    driver: { master: { totalCount: 10, idleCount: 7, waitingCount: 0 } },
    async query(sql: string) {
      if (sql !== 'SELECT 1') throw new Error('permission denied');
      return [{}];
    },
  };
  expect(await createProbeRunner(postgresProbe(dataSource), Date.now)()).toMatchObject({
    status: 'UP',
    metadata: { pool_total: 10, pool_idle: 7, pool_waiting: 0 },
  });
});

const info = (hits: number, misses: number) => async (section: string) =>
  ({
    memory: '# Memory\r\nused_memory:1048576\r\nused_memory_human:1.00M\r\n',
    stats: `keyspace_hits:${hits}\r\nkeyspace_misses:${misses}\r\n`,
    clients: 'connected_clients:4\r\n',
  })[section] ?? '';

test.each<[string, Parameters<typeof redisProbe>[0], object]>([
  [
    'INFO',
    { ping: async () => 'PONG', info: info(30, 10) },
    {
      status: 'UP',
      metadata: {
        usedMemory: '1.00M',
        usedMemoryBytes: 1_048_576,
        connectedClients: 4,
        hitRate: 0.75,
      },
    },
  ],
  [
    'nothing asked for yet: no hit rate',
    { isHealthy: async () => true, info: info(0, 0) },
    { status: 'UP', metadata: { hitRate: null } },
  ],
  [
    'INFO not allowed',
    { isHealthy: async () => true, info: () => Promise.reject(new Error('NOPERM')) },
    { status: 'UP' },
  ],
  ['not healthy', { isHealthy: async () => false }, { status: 'DOWN', error: 'PING failed' }],
])('Redis: %s', async (_case, redis, expected) => {
  expect(await createProbeRunner(redisProbe(redis), Date.now)()).toMatchObject(expected);
});
