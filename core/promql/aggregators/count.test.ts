import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['count((x or label_replace(x * NaN, "job", "db", "", "")))', [3], [2]],
  ['count(y)', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
