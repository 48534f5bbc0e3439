import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['quantile(0.5, (x or label_replace(x + 4, "job", "db", "", "")))', [1], [3]],
  ['quantile(2, x)', [1], [Infinity]],
  ['quantile(NaN, x)', [1], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
