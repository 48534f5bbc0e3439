import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['exp(x)', [0], [1]],
  ['exp(x)', [2], [7.38905609893]],
  ['exp(x)', [-Infinity], [0]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
