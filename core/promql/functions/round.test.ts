import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['round(x)', [1.5], [2]],
  ['round(x)', [-1.5], [-1]],
  ['round(x, 5)', [7.5], [10]],
  ['round(x, 0.1)', [1.26], [1.3]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
