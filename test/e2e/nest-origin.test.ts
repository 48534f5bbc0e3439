// The real chain: probes of the monitor read what the package answers in a real Nest application.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNestOrigin } from '../origin/start-nest-origin.ts';
import { isRealPostgresAvailable } from '../postgres.ts';
import { ALL_UP, openStack, type OpenStack } from './open-stack.ts';

let stack: OpenStack;

/** Runs crons, of one or two rounds each, until that is shown; fails when it is not after so many. */
async function expectWithin(most: number, expected: object) {
  for (let crons = 0; crons < most; crons += 1) {
    expect(await stack.cron()).toBe('ok');
    if (isMatch(await stack.statuses(), expected)) return;
  }
  // The edge serves what it has read for a moment before it looks again.
  await expect.poll(stack.statuses, { timeout: 2_000 }).toMatchObject(expected);
}

/** Runs crons until that is shown: clients reconnect by the clock on the wall, whatever a slot lasts here. */
async function expectInTime(limitMs: number, expected: object) {
  const untilMs = Date.now() + limitMs;
  while (Date.now() < untilMs) {
    expect(await stack.cron()).toBe('ok');
    if (isMatch(await stack.statuses(), expected)) return;
  }
  expect(await stack.statuses()).toMatchObject(expected);
}

function isMatch(statuses: Record<string, string>, expected: object): boolean {
  return Object.entries(expected).every(([service, status]) => statuses[service] === status);
}

describe.skipIf(!isRealPostgresAvailable)('a Nest application', () => {
  beforeAll(async () => {
    stack = await openStack({}, startNestOrigin);
  }, 60_000);

  afterAll(() => stack.close());

  test('everything is up', async () => {
    await expectWithin(2, ALL_UP);
    expect((await stack.page()).status).toBe(200);
  });

  test.each([
    ['Redis', ['redis'], { redis: 'DOWN', postgresql: 'UP' }],
    ['PostgreSQL', ['postgresql'], { postgresql: 'DOWN', redis: 'UP' }],
    [
      'the application',
      ['api-server'],
      { 'api-server': 'DOWN', postgresql: 'UNKNOWN', redis: 'UNKNOWN', storefront: 'UP' },
    ],
  ])('%s stops: it is shown, and its return too', async (_case, down, expected) => {
    await stack.post('sim', { down });
    try {
      await expectWithin(3, expected);
    } finally {
      await stack.post('sim', { reset: true });
    }
    await expectInTime(30_000, ALL_UP);
  });
});
