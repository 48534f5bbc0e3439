import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['double_exponential_smoothing(x[5m], 0.5, 0.5)', [1, 2, 3], [3]],
  ['double_exponential_smoothing(x[5m], 0.5, 0.5)', [0, 4], [4]],
  ['double_exponential_smoothing(x[5m], 0.5, 0.5)', [1], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
