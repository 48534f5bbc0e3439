import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x + 2', [3], [5]],
  ['1 + 2 * 3', [0], [7]],
  ['x + x', [3], [6]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
