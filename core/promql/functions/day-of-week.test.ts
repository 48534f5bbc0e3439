import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['day_of_week(x)', [1709210096], [4]],
  ['day_of_week(x)', [0], [4]],
  ['day_of_week(vector(259200))', [0], [0]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
