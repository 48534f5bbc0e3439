import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['sort(x or label_replace(x - 2, "job", "db", "", ""))', [5], [3, 5]],
  ['sort(x or label_replace(x * NaN, "job", "db", "", ""))', [5], [5, NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
