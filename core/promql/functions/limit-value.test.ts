import { expect, test } from 'vitest';
import { limitValue } from './limit-value.ts';

test.each([
  [5, 0, 10, 5],
  [-5, 0, 10, 0],
  [15, 0, 10, 10],
  [NaN, 0, 10, NaN],
  [NaN, -Infinity, -Infinity, -Infinity],
  [NaN, Infinity, Infinity, Infinity],
  [5, NaN, 10, NaN],
  [5, 0, NaN, NaN],
])('%d from %d to %d is %d', (value, min, max, expected) => {
  expect(limitValue(value, min, max)).toBe(expected);
});
