import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['bottomk(1, (x or label_replace(x + 4, "job", "db", "", "")))', [1], [1]],
  ['bottomk(5, (x or label_replace(x - 4, "job", "db", "", "")))', [1], [-3, 1]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
