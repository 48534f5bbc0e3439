import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['absent_over_time(x[5m])', [1], []],
  ['absent_over_time(y[5m])', [1], [1]],
  ['absent_over_time(x[1m] offset 1h)', [1], [1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
