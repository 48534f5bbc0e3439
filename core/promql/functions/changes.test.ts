import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['changes(x[5m])', [1, 2, 2, 1], [2]],
  ['changes(x[5m])', [NaN, NaN], [0]],
  ['changes(x[5m])', [NaN, 1], [1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
