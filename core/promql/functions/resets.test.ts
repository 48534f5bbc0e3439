import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['resets(x[5m])', [1, 2, 1, 0], [2]],
  ['resets(x[5m])', [1], [0]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
