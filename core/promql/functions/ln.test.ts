import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['ln(x)', [1], [0]],
  ['ln(x)', [0], [-Infinity]],
  ['ln(x)', [-1], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
