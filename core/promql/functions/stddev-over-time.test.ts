import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['stddev_over_time(x[5m])', [1, 5], [2]],
  ['stddev_over_time(x[5m])', [5], [0]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
