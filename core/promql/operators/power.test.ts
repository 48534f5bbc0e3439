import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x ^ 2', [3], [9]],
  ['2 ^ 3 ^ 2', [0], [512]],
  ['-2 ^ 2', [0], [-4]],
  ['1 ^ NaN', [0], [1]],
  ['-1 ^ 2', [0], [-1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
