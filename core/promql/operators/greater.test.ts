import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x > 2', [3], [3]],
  ['x > 3', [3], []],
  ['x > bool 2', [3], [1]],
  ['x > bool 3', [3], [0]],
  ['2 > bool 3', [0], [0]],
  ['x > NaN', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
