import { expect, test } from 'vitest';
import { HISTORY_DAYS, summarizeDays, type DayCount } from './service-history.ts';

const TODAY = 20_000;
const DAY_SEC = 86_400;

const count = (day: number, changes: Partial<DayCount> = {}): DayCount => ({
  day,
  operational: DAY_SEC,
  degraded: 0,
  partialOutage: 0,
  majorOutage: 0,
  unknown: 0,
  rounds: 2880,
  upRounds: 2880,
  ...changes,
});

test('days without a count, and days on which nothing was measured, are no data', () => {
  const blind = count(TODAY - 1, { operational: 0, unknown: DAY_SEC });
  const { days } = summarizeDays([count(TODAY), blind, count(TODAY - 2)], { troubles: [] }, TODAY);
  expect(days?.states).toBe(`${'-'.repeat(HISTORY_DAYS - 3)}u-u`);
});

test.each<[Partial<DayCount>, string]>([
  [{ degraded: 1 }, 'g'],
  [{ degraded: 600, partialOutage: 1 }, 'p'],
  [{ partialOutage: 600, majorOutage: 1 }, 'd'],
  [{ unknown: 600 }, 'u'],
])('a day with %j shows %s', (changes, letter) => {
  const { days } = summarizeDays(
    [count(TODAY - 1), count(TODAY, changes)],
    { troubles: [] },
    TODAY,
  );
  expect(days?.states.at(-1)).toBe(letter);
});

test('uptime weighs a partial outage with 0.3 and is floored; unknown time is not in it, but in the coverage', () => {
  const lost = { operational: 70_000, majorOutage: 100, partialOutage: 100, unknown: 16_200 };
  const { uptimePercentage, coverage } = summarizeDays(
    [count(TODAY, lost)],
    { troubles: [] },
    TODAY,
  );
  // 1 - 130 / 70,200, and 70,200 / 86,400.
  expect(uptimePercentage).toBe(99.814);
  expect(coverage).toBe(81.25);
});

test('rounds count as checks, and days before the 90 count for nothing', () => {
  const old = count(TODAY - HISTORY_DAYS, { operational: 0, majorOutage: DAY_SEC, upRounds: 0 });
  const { uptimePercentage, checkRatio } = summarizeDays(
    [old, count(TODAY, { upRounds: 2879 })],
    { troubles: [] },
    TODAY,
  );
  expect(uptimePercentage).toBe(100);
  expect(checkRatio).toBe(99.965);
});

test('nothing measured is no number', () => {
  expect(summarizeDays([], { troubles: [] }, TODAY)).toMatchObject({
    uptimePercentage: null,
    coverage: null,
    checkRatio: null,
  });
});

test('a record of one day has no days to show, but numbers', () => {
  expect(summarizeDays([count(TODAY)], { troubles: [] }, TODAY)).toMatchObject({
    days: null,
    uptimePercentage: 100,
  });
});
