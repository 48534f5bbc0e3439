import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['mad_over_time(x[5m])', [1, 2, 9], [1]],
  ['mad_over_time(x[5m])', [1, NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
