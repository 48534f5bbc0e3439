import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['sum(x)', [3], [3]],
  ['sum((x or label_replace(x + 2, "job", "db", "", "")))', [3], [8]],
  ['sum by (job) ((x or label_replace(x + 2, "job", "db", "", "")))', [3], [3, 5]],
  ['sum(y)', [3], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
