import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['avg_over_time(x[5m])', [1, 2, 6], [3]],
  ['avg_over_time(x[5m])', [1.7e308, 1.7e308], [1.7e308]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
