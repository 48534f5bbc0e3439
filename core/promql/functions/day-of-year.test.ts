import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['day_of_year(x)', [1709210096], [60]],
  ['day_of_year(x)', [0], [1]],
  ['day_of_year(vector(31535999))', [0], [365]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
