import { expect, test } from 'vitest';
import { isDue, slotOf } from './slot.ts';

test.each([
  [0, 0],
  [29_999, 0],
  [30_000, 30_000],
  [89_000, 60_000],
])('%i ms is in the slot that starts at %i ms', (timeMs, expected) => {
  expect(slotOf(timeMs, 30_000)).toBe(expected);
});

test('what runs every second slot runs once a minute', () => {
  const slots = [0, 30_000, 60_000, 90_000, 120_000];
  expect(slots.map((startMs) => isDue(startMs, 30_000, 2))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});
