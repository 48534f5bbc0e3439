import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['deriv(x[5m])', [0, 60, 120], [1]],
  ['deriv(x[5m])', [5, 5, 5], [0]],
  ['deriv(x[5m])', [5], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
