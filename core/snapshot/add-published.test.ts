import { expect, test } from 'vitest';
import { addPublished } from './add-published.ts';
import type { Known } from './build-snapshot.ts';
import type { RecentRound } from './recent-bars.ts';

const BAR_MS = 60_000;

const round = (slotMs: number, result: RecentRound['result']): RecentRound => ({
  slotMs,
  result,
  latencyMs: 1,
});

const known = (lastCheckedAtMs: number, recent: RecentRound[], latency = 10): Known => ({
  latency,
  lastCheckedAtMs,
  record: null,
  newest: null,
  history: null,
  recent,
});

test('without anything published, what is stored is all that is known', () => {
  const stored = known(1, [round(0, 'up')]);
  expect(addPublished(stored, undefined, BAR_MS)).toBe(stored);
});

test('a bar that was published fills the hour only where no round of its time is stored', () => {
  const stored = known(90_000, [round(0, 'up'), round(90_000, 'down')]);
  const published = known(0, [round(0, 'down'), round(60_000, 'up'), round(120_000, 'degraded')]);
  const { recent } = addPublished(stored, published, BAR_MS);
  expect(recent.map(({ slotMs, result }) => [slotMs, result])).toEqual([
    [0, 'up'],
    [90_000, 'down'],
    [120_000, 'degraded'],
  ]);
});

test.each([
  ['published later', 2, 99],
  ['published earlier', 0, 10],
  ['published at the same time', 1, 10],
])('what was %s says how the service was seen last', (_case, publishedAt, latency) => {
  const merged = addPublished(known(1, []), known(publishedAt, [], 99), BAR_MS);
  expect(merged.latency).toBe(latency);
});
