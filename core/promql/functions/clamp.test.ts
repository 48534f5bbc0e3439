import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['clamp(x, 0, 10)', [12], [10]],
  ['clamp(x, 0, 10)', [-2], [0]],
  ['clamp(x, 10, 0)', [5], []],
  ['clamp(x, 0, 10)', [NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
