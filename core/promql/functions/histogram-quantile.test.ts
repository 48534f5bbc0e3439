import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  [
    'histogram_quantile(0.5, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [1],
  ],
  [
    'histogram_quantile(0.75, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [1.5],
  ],
  [
    'histogram_quantile(0.9, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 4, "le", "+Inf", "", ""))',
    [10],
    [2],
  ],
  ['histogram_quantile(0.5, x)', [10], []],
  [
    'histogram_quantile(2, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [Infinity],
  ],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
