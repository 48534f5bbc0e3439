import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['max_over_time(x[5m])', [1, 3, 2], [3]],
  ['max_over_time(x[5m])', [NaN, 1], [1]],
  ['max_over_time(x[5m])', [NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
