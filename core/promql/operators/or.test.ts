import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x or y', [3], [3]],
  ['y or x', [3], [3]],
  ['x or x * 2', [3], [3]],
  ['x or on(job) vector(1)', [3], [3, 1]],
  ['x or on() vector(1)', [3], [3]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
