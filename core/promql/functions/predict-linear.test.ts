import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['predict_linear(x[5m], 60)', [0, 60, 120], [180]],
  ['predict_linear(x[5m], 3600)', [5, 5], [5]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
