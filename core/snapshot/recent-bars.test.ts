import { expect, test } from 'vitest';
import {
  BAR_COUNT,
  firstBarMs,
  fromBars,
  parseResults,
  toBars,
  type RecentRound,
} from './recent-bars.ts';

const barMs = 60_000;
const lastSlotMs = 10_000 * barMs + 30_000;
const fromMs = firstBarMs(lastSlotMs, barMs);
const round = (slotMs: number, result: RecentRound['result'], latencyMs: number | null = null) => ({
  slotMs,
  result,
  latencyMs,
});

test('the last bar holds the newest slot', () => {
  const { results } = toBars([round(lastSlotMs, 'up')], { fromMs, barMs });
  expect(results).toBe(`${'-'.repeat(BAR_COUNT - 1)}u`);
});

test('a bar shows the worst of its rounds and their highest latency', () => {
  const rounds = [
    round(fromMs, 'down'),
    round(fromMs + 30_000, 'up', 40),
    round(fromMs + 1, 'up', 70),
  ];
  const { results, latencies } = toBars(rounds, { fromMs, barMs });
  expect(results[0]).toBe('d');
  expect(latencies[0]).toBe(70);
});

test('rounds outside the hour are left out', () => {
  const rounds = [round(fromMs - 1, 'down'), round(fromMs + BAR_COUNT * barMs, 'down')];
  expect(toBars(rounds, { fromMs, barMs }).results).toBe('-'.repeat(BAR_COUNT));
});

test('what was published turns back into rounds and into the same bars', () => {
  const rounds = [
    round(fromMs, 'up', 5),
    round(fromMs + barMs, 'degraded', 900),
    round(lastSlotMs, 'down'),
  ];
  const bars = toBars(rounds, { fromMs, barMs });
  expect(toBars(fromBars(bars, { fromMs, barMs }), { fromMs, barMs })).toEqual(bars);
});

test('an unreadable letter is no measurement', () => {
  expect(parseResults('u?d')).toEqual(['up', 'none', 'down']);
});
