import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['present_over_time(x[5m])', [0, NaN], [1]],
  ['present_over_time(y[5m])', [1], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
