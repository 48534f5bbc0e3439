import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x >= 3', [3], [3]],
  ['x >= 4', [3], []],
  ['x >= bool 3', [3], [1]],
  ['x >= bool 4', [3], [0]],
  ['3 >= bool 3', [0], [1]],
  ['x >= NaN', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
