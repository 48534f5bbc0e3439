import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  [
    'count(label_join(x, "both", "-", "job", "job") == on(both) label_replace(x, "both", "api-api", "", ""))',
    [3],
    [1],
  ],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
