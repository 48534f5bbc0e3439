import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['avg((x or label_replace(x + 2, "job", "db", "", "")))', [3], [4]],
  ['avg without (job) ((x or label_replace(x + 2, "job", "db", "", "")))', [1.7e308], [1.7e308]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
