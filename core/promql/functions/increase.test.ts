import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['increase(x[2m])', [10, 20, 30], [20]],
  ['increase(x[2m])', [30, 10, 20], [20]],
  ['increase(x[4m])', [0, 10, 20], [20]],
  ['increase(x[10m])', [100, 110, 120], [25]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
