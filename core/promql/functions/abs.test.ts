import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['abs(x)', [-1.5], [1.5]],
  ['abs(x)', [NaN], [NaN]],
  ['abs(x)', [-Infinity], [Infinity]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
