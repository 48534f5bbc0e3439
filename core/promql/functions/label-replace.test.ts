import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['sum by (zone) (label_replace(x, "zone", "$1", "job", "(a).*"))', [3], [3]],
  ['label_replace(x, "zone", "$1", "job", "nobody")', [3], [3]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
