import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x - 2', [3], [1]],
  ['10 - 3 - 2', [0], [5]],
  ['2 - x', [3], [-1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
