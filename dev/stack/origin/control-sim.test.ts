import { afterEach, beforeEach, expect, test } from 'vitest';
import { startOrigin, type Origin } from './start-origin.ts';
import { initialSimState, type SimState } from './sim-state.ts';

const headers = { authorization: 'Bearer dev-scrape-token-0000' };
const seen: SimState[] = [];
let origin: Origin;

beforeEach(async () => {
  seen.length = 0;
  origin = await startOrigin({
    port: 0,
    token: 'dev-scrape-token-0000',
    tickMs: 2 ** 31 - 1,
    random: () => 0.5,
    onChange: (sim) => void seen.push(sim),
  });
});

afterEach(() => origin.stop());

function post(body: string) {
  return fetch(`${origin.url}/__sim`, { method: 'POST', body });
}

function change(fields: Record<string, unknown>) {
  return post(JSON.stringify(fields));
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(origin.url + path, { headers })).status;
}

test('without faults the state is the initial one', async () => {
  expect(await (await fetch(`${origin.url}/__sim`)).json()).toEqual(initialSimState);
});

test('a change merges, keeps the other fields and is told', async () => {
  await change({ errorRate: 0.25 });
  const response = await change({ down: ['stripe-api'], heapMb: 300 });
  const expected = { ...initialSimState, errorRate: 0.25, down: ['stripe-api'], heapMb: 300 };
  expect(await response.json()).toEqual(expected);
  expect(origin.sim()).toEqual(expected);
  expect(seen.at(-1)).toEqual(expected);
});

test('a reset ends all faults', async () => {
  await change({ errorRate: 1, latencyMs: 5, down: ['redis'], lie: true, commit: 'abc' });
  await change({ reset: true });
  expect(origin.sim()).toEqual(initialSimState);
});

test.each([
  ['{"errorRate":2}', 'errorRate'],
  ['{"errorRate":"0.5"}', 'errorRate'],
  ['{"latencyMs":-1}', 'latencyMs'],
  ['{"heapMb":null}', 'heapMb'],
  ['{"rps":-5}', 'rps'],
  ['{"down":"redis"}', 'down'],
  ['{"down":["mongodb"]}', 'down.0'],
  ['{"hang":1}', 'hang'],
  ['{"lie":"yes"}', 'lie'],
  ['{"pendingMigrations":[""]}', 'pendingMigrations.0'],
  ['{"commit":""}', 'commit'],
  ['{"restart":false}', 'restart'],
  ['{"reset":1}', 'reset'],
  ['{"errorrate":0.5}', 'errorrate'],
  ['errorRate=1', 'the body is not JSON'],
  ['[]', 'expected object'],
])('%s is refused with a message about %s', async (body, about) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ message: expect.stringContaining(about) });
  expect(origin.sim()).toEqual(initialSimState);
  expect(seen).toEqual([]);
});

test('neither shows nor changes with another method', async () => {
  expect((await fetch(`${origin.url}/__sim`, { method: 'DELETE' })).status).toBe(405);
});

test.each([
  ['a reset', () => change({ reset: true })],
  ['hang: false', () => change({ hang: false })],
  ['stop', () => origin.stop()],
])('requests that hang are let go by %s', async (_name, end) => {
  await change({ hang: true });
  let isSettled = false;
  const requests = ['/', '/health', '/metrics', '/nope'].map((path) =>
    fetch(origin.url + path, { headers }).finally(() => (isSettled = true)),
  );
  const settled = Promise.allSettled(requests);
  for (let count = 0; count < 3; count += 1) expect(await statusOf('/__sim')).toBe(200);
  expect(isSettled).toBe(false);
  await end();
  expect((await settled).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
});
