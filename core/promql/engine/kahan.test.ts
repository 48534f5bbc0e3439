import { expect, test } from 'vitest';
import { lostInSum } from './kahan.ts';

test.each([
  [1e100, 1, 0, 1],
  [1, 1e100, 0, 1],
  [1, 2, 0.5, 0.5],
  [Infinity, 1, 5, 0],
  [-1e308, -1e308, 5, 0],
])('of %d + %d, with %d lost before, %d is lost', (sum, value, before, lost) => {
  expect(lostInSum(sum, value, before)).toBe(lost);
});
