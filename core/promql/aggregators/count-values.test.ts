import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['count_values("v", (x or label_replace(x + 0, "job", "db", "", "")))', [1], [2]],
  ['count_values("v", (x or label_replace(x + 1, "job", "db", "", "")))', [1], [1, 1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
