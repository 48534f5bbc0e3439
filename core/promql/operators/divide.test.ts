import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x / 2', [3], [1.5]],
  ['1 / 0', [0], [Infinity]],
  ['0 / 0', [0], [NaN]],
  ['12 / 3 / 2', [0], [2]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
