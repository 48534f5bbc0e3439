import { expect, test } from 'vitest';
import { floorPercent } from './floor-percent.ts';

test.each([
  [0, 0, null],
  [0, 1, 0],
  [1, 1, 100],
  [2, 3, 66.666],
  [29, 100, 29],
  [9995, 10_000, 99.95],
  [999_999, 1_000_000, 99.999],
  [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 99.999],
])('%i of %i is %s %%', (part, whole, expected) => {
  expect(floorPercent(part, whole)).toBe(expected);
});
