import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_UP, openStack, type OpenStack } from './open-stack.ts';

const FAULTS = ['refuse', 'hang', 'cut', '500'] as const;

let stack: OpenStack;

beforeAll(async () => {
  stack = await openStack();
  await stack.cron();
}, 60_000);

afterAll(() => stack.close());

/** Under the fault the page answers with what is true; two ticks after its end everything is up again. */
async function during(fault: () => Promise<void>, end: () => Promise<void>, expected: object) {
  await fault();
  try {
    const shown = { ...ALL_UP, ...expected };
    await cronsUntil(shown, 3);
    const response = await stack.page();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('KTBlog');
    await expectStatuses(shown);
  } finally {
    await end();
  }
  await cronsUntil(ALL_UP, 2);
  await expectStatuses(ALL_UP);
}

// Two rounds confirm a state and three without an answer make a service unknown; a cron holds two rounds, or one when
// it is slow.
async function cronsUntil(shown: object, most: number) {
  for (let crons = 0; crons < most; crons += 1) {
    expect(await stack.cron()).toBe('ok');
    if (isDeepStrictEqual(await stack.statuses(), shown)) return;
  }
}

// The edge serves what it has read for a part of a slot before it looks again.
async function expectStatuses(expected: object) {
  await expect.poll(stack.statuses, { timeout: 2_000 }).toEqual(expected);
}

const faultsOf = (name: string, mode: string) => () => stack.post('faults', { [name]: mode });

test.each(FAULTS)('Postgres away (%s): new verdicts are published all the same', async (mode) => {
  await during(
    async () => {
      await stack.post('faults', { postgres: mode });
      await stack.post('sim', { down: ['storefront'] });
    },
    async () => {
      await stack.post('faults', { postgres: 'ok' });
      await stack.post('sim', { reset: true });
    },
    { storefront: 'DOWN' },
  );
});

test.each(FAULTS)('Upstash away (%s): nothing changes', async (mode) => {
  await during(faultsOf('upstash', mode), faultsOf('upstash', 'ok'), {});
});

test.each(FAULTS)('the relay away (%s): mail alone is down', async (mode) => {
  await during(faultsOf('relay', mode), faultsOf('relay', 'ok'), { 'smtp-email': 'DOWN' });
});

test.each(FAULTS)('Stripe away (%s): payments alone are down', async (mode) => {
  await during(faultsOf('stripe', mode), faultsOf('stripe', 'ok'), { 'stripe-api': 'DOWN' });
});

test.each(FAULTS)('S3 away (%s): files alone are down', async (mode) => {
  await during(faultsOf('s3', mode), faultsOf('s3', 'ok'), { 's3-storage': 'DOWN' });
});

const sim = (change: object) => () => stack.post('sim', change);

test.each<[string, object, object]>([
  [
    'hangs: what only it can see is unknown and the third parties stay up',
    { hang: true },
    { 'api-server': 'DOWN', storefront: 'DOWN', postgresql: 'UNKNOWN', redis: 'UNKNOWN' },
  ],
  [
    'drops every API request',
    { down: ['api-server'] },
    { 'api-server': 'DOWN', postgresql: 'UNKNOWN', redis: 'UNKNOWN' },
  ],
  ['reports a dead cache with 503 and a body', { down: ['redis'] }, { redis: 'DOWN' }],
  [
    'says that all is well while users fail',
    { lie: true },
    { 'api-server': 'DOWN', storefront: 'DOWN' },
  ],
  [
    'loses its third parties',
    { down: ['stripe-api', 's3-storage', 'smtp-email'] },
    { 'stripe-api': 'DOWN', 's3-storage': 'DOWN', 'smtp-email': 'DOWN' },
  ],
])('the origin %s', async (_case, change, expected) => {
  await during(sim(change), sim({ reset: true }), expected);
});

test.each([
  ['the neutral targets too: it is the monitor that sees nothing', 'refuse', 'UNKNOWN'],
  ['but the neutral targets answer: it is the services', 'ok', 'DOWN'],
])('everything is out of reach, %s', async (_case, neutral, third) => {
  const all = (mode: string) => ({ relay: mode, stripe: mode, s3: mode });
  await during(
    async () => {
      await stack.post('faults', { ...all('refuse'), neutral });
      await stack.post('sim', { down: ['api-server', 'storefront'] });
    },
    async () => {
      await stack.post('faults', { ...all('ok'), neutral: 'ok' });
      await stack.post('sim', { reset: true });
    },
    {
      ...Object.fromEntries(Object.keys(ALL_UP).map((serviceName) => [serviceName, third])),
      postgresql: 'UNKNOWN',
      redis: 'UNKNOWN',
    },
  );
});
