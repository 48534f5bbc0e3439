import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  [
    'histogram_fraction(0, 1, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [0.5],
  ],
  [
    'histogram_fraction(0.5, 1.5, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [0.5],
  ],
  [
    'histogram_fraction(0, 2, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 4, "le", "+Inf", "", ""))',
    [10],
    [0.5],
  ],
  [
    'histogram_fraction(1, 0, label_replace(x, "le", "1", "", "") or label_replace(x * 2, "le", "2", "", "") or label_replace(x * 2, "le", "+Inf", "", ""))',
    [10],
    [0],
  ],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
