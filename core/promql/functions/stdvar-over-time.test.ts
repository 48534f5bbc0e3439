import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['stdvar_over_time(x[5m])', [1, 5], [4]],
  ['stdvar_over_time(x[5m])', [5], [0]],
  ['stdvar_over_time(x[5m])', [1, Infinity], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
