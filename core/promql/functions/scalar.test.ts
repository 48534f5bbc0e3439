import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['scalar(x)', [4], [4]],
  ['scalar(x > 9)', [4], [NaN]],
  ['scalar(x or label_replace(x, "job", "db", "", ""))', [4], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
