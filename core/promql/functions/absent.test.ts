import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['absent(x)', [1], []],
  ['absent(x > 1)', [1], [1]],
  ['absent(y)', [1], [1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
