import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['stddev((x or label_replace(x + 4, "job", "db", "", "")))', [1], [2]],
  ['stddev(x)', [1], [0]],
  ['stddev(x)', [Infinity], [NaN]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
