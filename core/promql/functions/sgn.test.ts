import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['sgn(x)', [-3], [-1]],
  ['sgn(x)', [7], [1]],
  ['sgn(x)', [0], [0]],
  ['sgn(x)', [NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
