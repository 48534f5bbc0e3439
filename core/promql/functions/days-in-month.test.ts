import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['days_in_month(x)', [1709210096], [29]],
  ['days_in_month(x)', [0], [31]],
  ['days_in_month(vector(4105123200))', [0], [28]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
