import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['stdvar((x or label_replace(x + 4, "job", "db", "", "")))', [1], [4]],
  ['stdvar(x)', [NaN], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
