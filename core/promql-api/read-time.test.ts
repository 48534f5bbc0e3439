import { expect, test } from 'vitest';
import { readDuration } from './read-duration.ts';
import { readTime } from './read-time.ts';

test.each([
  ['2026-11-25T12:00:00Z', Date.UTC(2026, 10, 25, 12)],
  ['2026-11-25T12:00:00.5+01:00', Date.UTC(2026, 10, 25, 11, 0, 0, 500)],
  ['1435781451.781', 1_435_781_451_781],
  ['1.5e3', 1_500_000],
  ['-1', -1000],
  ['', null],
  ['2026-11-25', null],
  ['2026-13-25T12:00:00Z', null],
  ['now', null],
  ['0x10', null],
  ['1e300', null],
])('the time %j is %j ms', (text, timeMs) => {
  expect(readTime(text)).toBe(timeMs);
});

test.each([
  ['15s', 15_000],
  ['1m30s', 90_000],
  ['0.25', 250],
  ['-5', -5000],
  ['', null],
  ['5 minutes', null],
  ['inf', null],
])('the duration %j is %j ms', (text, durationMs) => {
  expect(readDuration(text)).toBe(durationMs);
});
