import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['minute(x)', [1709210096], [34]],
  ['minute()', [0, 0, 0], [2]],
  ['minute(x)', [NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
