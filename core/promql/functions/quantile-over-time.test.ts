import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['quantile_over_time(0.5, x[5m])', [1, 2, 4], [2]],
  ['quantile_over_time(0.5, x[5m])', [1, 4], [2.5]],
  ['quantile_over_time(2, x[5m])', [1], [Infinity]],
  ['quantile_over_time(-1, x[5m])', [1], [-Infinity]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
