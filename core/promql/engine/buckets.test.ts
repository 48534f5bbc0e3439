import { expect, test } from 'vitest';
import { bucketFraction } from './bucket-fraction.ts';
import { bucketQuantile } from './bucket-quantile.ts';
import { coalesce, forceMonotonic } from './buckets.ts';

test('buckets of one bound are one', () => {
  const buckets = { bounds: [1, 1, 2], counts: [3, 4, 9] };
  expect(coalesce(buckets)).toEqual({ bounds: [1, 2], counts: [7, 9] });
});

test.each([
  [[1, 5, 3, 7], [1, 5, 5, 7], true],
  [[1, 2, 3], [1, 2, 3], false],
  [[1, 1 - 1e-14, 2], [1, 1, 2], false],
  [[NaN, 1], [NaN, 1], false],
])('counts %j become %j, forced: %s', (counts, expected, isForced) => {
  const buckets = { bounds: counts.map((_, index) => index), counts: [...counts] };
  expect(forceMonotonic(buckets)).toBe(isForced);
  expect(buckets.counts).toEqual(expected);
});

const spread = { bounds: [1, 2, Infinity], counts: [4, 8, 8] };

test.each([
  [0.25, spread, 0.5],
  [0.75, spread, 1.5],
  [1, spread, 2],
  [0.9, { bounds: [1, Infinity], counts: [4, 8] }, 1],
  [0.5, { bounds: [-1, Infinity], counts: [8, 8] }, -1],
  [0.5, { bounds: [1, 2], counts: [4, 8] }, NaN],
  [0.5, { bounds: [1, Infinity], counts: [0, 0] }, NaN],
  [NaN, spread, NaN],
  [-1, spread, -Infinity],
  [2, spread, Infinity],
])('the quantile %d of %j is %d', (q, buckets, expected) => {
  expect(bucketQuantile(q, buckets, () => {})).toBe(expected);
});

test.each([
  [0, 1, spread, 0.5],
  [0.5, 1.5, spread, 0.5],
  [-Infinity, Infinity, spread, 1],
  [2, 1, spread, 0],
  [0, 1, { bounds: [1], counts: [4] }, NaN],
  [-5, -2, { bounds: [-1, Infinity], counts: [4, 8] }, 0],
])('from %d to %d in %j are %d', (lower, upper, buckets, expected) => {
  expect(bucketFraction(lower, upper, buckets)).toBe(expected);
});
