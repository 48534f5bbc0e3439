import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['min_over_time(x[5m])', [2, 1, 3], [1]],
  ['min_over_time(x[5m])', [NaN, 1], [1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
