import { expect, test } from 'vitest';
import { computeUptime } from './compute-uptime.ts';
import type { RoundResult } from '../services/round-result.ts';
import { toHistory } from './service-history.ts';

const DAY_MS = 86_400_000;
const FROM = Date.parse('2026-11-20T00:00:00Z');
const rules = { intervalSec: 3600, confirm: 1, recover: 1, unknownAfterMissed: 3 };
const RESULTS: Record<string, RoundResult> = { u: 'up', g: 'degraded', p: 'partial', d: 'down' };

/** A letter an hour, a dot for an hour without a round. */
function historyOf(letters: string, maintenance: { fromMs: number; toMs: number }[] = []) {
  const window = { fromMs: FROM, toMs: FROM + letters.length * 3_600_000 };
  const rounds = Array.from(letters).flatMap((letter, hour) => {
    const result = RESULTS[letter];
    return result === undefined ? [] : [{ atMs: FROM + hour * 3_600_000, result }];
  });
  const announced = maintenance.map((span) => ({ ...span, announcedMs: 0 }));
  return toHistory(computeUptime({ window, rounds, maintenance: announced, rules }), window);
}

const day = (changes: string) => changes + 'u'.repeat(24 - changes.length);

test.each<[string, string, string]>([
  ['a day on which nothing was measured is no data', day('') + '.'.repeat(24) + day(''), 'u-u'],
  ['a degraded hour shows', day('') + day('ug'), 'ug'],
  ['a partial outage is worse than degraded', day('') + day('ugp'), 'up'],
  ['a major outage is worse than a partial one', day('') + day('udp'), 'ud'],
  ['some hours without data do not hide the rest', day('') + day('....'), 'uu'],
  ['a trouble over midnight shows on both days', 'u'.repeat(23) + 'd' + day('d'), 'dd'],
  ['a day that has begun counts', day('') + 'u', 'uu'],
])('%s', (_rule, letters, expected) => {
  expect(historyOf(letters).days?.states).toBe(expected);
});

test('a day of announced maintenance shows it, unless something worse happened', () => {
  const second = { fromMs: FROM + DAY_MS, toMs: FROM + DAY_MS + 3 * 3_600_000 };
  expect(historyOf(day('') + day('ddd'), [second]).days?.states).toBe('um');
  expect(historyOf(day('') + day('dddd'), [second]).days?.states).toBe('ud');
});

test('one day on record has numbers, but no days to show', () => {
  expect(historyOf(day('d'))).toMatchObject({
    days: null,
    uptimePercentage: 95.833,
    checkRatio: 95.833,
  });
});

test('nothing measured is no number', () => {
  expect(historyOf('....')).toEqual({
    days: null,
    uptimePercentage: null,
    coverage: null,
    checkRatio: null,
  });
});

test('troubles come newest first, the one that lasts without an end; the time before the record is none', () => {
  const { days } = historyOf('....' + 'u'.repeat(20) + day('ud') + 'uuud');
  expect(days?.troubles).toEqual([
    { state: 'major_outage', from: '2026-11-22T03:00:00.000Z', to: null },
    { state: 'major_outage', from: '2026-11-21T01:00:00.000Z', to: '2026-11-21T02:00:00.000Z' },
  ]);
});

test('troubles that are not published are counted', () => {
  const { days } = historyOf(day('') + 'ud'.repeat(12));
  expect([days?.troubles.length, days?.older]).toEqual([8, 4]);
});
