import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x atan2 1', [1], [0.785398163397]],
  ['0 atan2 -1 == bool pi()', [0], [1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
