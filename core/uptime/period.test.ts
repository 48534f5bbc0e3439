import { expect, test } from 'vitest';
import { firstDayMs, nextMonthMs, parsePeriod, periodWindow } from './period.ts';

const UNTIL = Date.parse('2026-11-24T14:05:00Z');

test.each<[string, string, string | null]>([
  ['2026-11', '2026-11-01T00:00:00.000Z', '2026-11-24T14:05:00.000Z'],
  ['2026-10', '2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
  ['2025-12', '2025-12-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['2026-10-25', '2026-10-25T00:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ['2026-11-24', '2026-11-24T00:00:00.000Z', '2026-11-24T14:05:00.000Z'],
  ['last-90-days', '2026-08-27T00:00:00.000Z', '2026-11-24T14:05:00.000Z'],
])('%s begins at %s and ends at %s', (name, from, to) => {
  const period = parsePeriod(name);
  const window = period && periodWindow(period, UNTIL);
  expect(window).toEqual({ fromMs: Date.parse(from), toMs: Date.parse(String(to)) });
});

test.each(['2026-12', '2026-11-25'])('%s has not begun', (name) => {
  const period = parsePeriod(name);
  expect(period).not.toBeNull();
  expect(period && periodWindow(period, UNTIL)).toBeNull();
});

test.each([
  '',
  'november',
  '2026',
  '2026-13',
  '2026-02-30',
  '2026-11-1',
  '26-11-01',
  '2026-11-24T00:00:00Z',
])('"%s" is no period', (name) => expect(parsePeriod(name)).toBeNull());

test('at midnight the day that ended is still the last of the 90', () => {
  const midnight = Date.parse('2026-11-25T00:00:00Z');
  expect(firstDayMs(midnight)).toBe(Date.parse('2026-08-27T00:00:00Z'));
  expect(firstDayMs(midnight + 1)).toBe(Date.parse('2026-08-28T00:00:00Z'));
});

test('a year ends with December', () => {
  expect(nextMonthMs(Date.parse('2026-12-31T23:59:59Z'))).toBe(Date.parse('2027-01-01T00:00:00Z'));
});
