import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['max((x or label_replace(x + 2, "job", "db", "", "")))', [3], [5]],
  ['max((x or label_replace(x * NaN, "job", "db", "", "")))', [3], [3]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
