import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['topk(1, (x or label_replace(x + 4, "job", "db", "", "")))', [1], [5]],
  ['topk(5, (x or label_replace(x + 4, "job", "db", "", "")))', [1], [5, 1]],
  ['topk(2, (x or label_replace(x * NaN, "job", "db", "", "")))', [1], [1, NaN]],
  ['topk(0, x)', [1], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
