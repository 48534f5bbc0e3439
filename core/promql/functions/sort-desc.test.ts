import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['sort_desc(x or label_replace(x + 2, "job", "db", "", ""))', [5], [7, 5]],
  ['sort_desc(label_replace(x * NaN, "job", "db", "", "") or x)', [5], [5, NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
