import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x and x', [3], [3]],
  ['x and y', [3], []],
  ['x and on() vector(1)', [3], [3]],
  ['x and on() vector(1) == 2', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
