import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['first_over_time(x[5m])', [1, 2], [1]],
  ['first_over_time(x[1m])', [1, 2], [2]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
