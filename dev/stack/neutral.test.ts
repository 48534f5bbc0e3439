import { afterEach, beforeEach, expect, test } from 'vitest';
import { startNeutral, type Neutral } from './neutral.ts';

let neutral: Neutral;
beforeEach(async () => {
  neutral = await startNeutral();
});
afterEach(() => neutral.stop());

const visit = (timeoutMs = 2_000) =>
  Promise.allSettled(
    neutral.urls.map((url) => fetch(url, { signal: AbortSignal.timeout(timeoutMs) })),
  );

const statuses = async () =>
  (await visit()).map((result) => (result.status === 'fulfilled' ? result.value.status : 'failed'));

test('two targets at two addresses answer 204', async () => {
  expect(new Set(neutral.urls).size).toBe(2);
  expect(await statuses()).toEqual([204, 204]);
});

test.each(['refuse', 'cut'] as const)('%s reaches both targets, and ends', async (mode) => {
  await neutral.setFault(mode);
  expect(await statuses()).toEqual(['failed', 'failed']);

  await neutral.setFault('ok');
  expect(await statuses()).toEqual([204, 204]);
});

test('500 reaches both targets', async () => {
  await neutral.setFault('500');
  expect(await statuses()).toEqual([500, 500]);
});

test('a target that hangs says nothing until the visitor gives up', async () => {
  await neutral.setFault('hang');
  const results = await visit(50);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
});
