import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['count_over_time(x[5m])', [1, NaN, 3], [3]],
  ['count_over_time(x[5m] offset 1h)', [1], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
