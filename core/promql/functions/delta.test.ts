import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['delta(x[2m])', [30, 10, 20], [20]],
  ['delta(x[3m])', [0, 30, 20, 10], [-30]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
