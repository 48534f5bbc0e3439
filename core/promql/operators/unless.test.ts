import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['x unless x', [3], []],
  ['x unless y', [3], [3]],
  ['x unless on() vector(1)', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
