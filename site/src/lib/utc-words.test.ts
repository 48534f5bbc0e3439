import { expect, test } from 'vitest';
import { utcDate, utcDay, utcMinute, utcSecond, utcWeekday } from './utc-words.ts';

test('a time is told in UTC, wherever the page is made', () => {
  const ms = Date.parse('2026-11-04T23:59:07.900-01:00');
  expect([utcDay(ms), utcMinute(ms), utcSecond(ms)]).toEqual(['5 Nov 2026', '00:59', '00:59:07']);
});

test('a day of this year goes without it', () => {
  const ms = Date.parse('2026-11-04T12:00:00Z');
  expect([utcDate(ms), utcWeekday(ms)]).toEqual(['4 Nov', 'Wed 4 Nov']);
});
