import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test.each([
  [0.5, [1, 2, 4], 2],
  [0.5, [4, 1], 2.5],
  [0, [3, -1, 10], -1],
  [1, [3, -1, 10], 10],
  [0.25, [0, 1, 2], 0.5],
  [0.5, [], NaN],
  [NaN, [1], NaN],
  [-0.1, [1], -Infinity],
  [1.1, [1], Infinity],
  [1, [NaN, 1, 2], 2],
  [0.5, [2, NaN, 1], 1],
  [0, [2, NaN], NaN],
])('the quantile %d of %j is %d', (q, values, expected) => {
  expect(quantile(q, Float64Array.from(values))).toBe(expected);
});
