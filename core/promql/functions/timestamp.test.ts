import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['timestamp(x)', [7, 7], [60]],
  ['timestamp(x offset 1m)', [7, 7], [0]],
  ['timestamp((x))', [7, 7], [60]],
  ['timestamp(-x offset 1m)', [7, 7], [60]],
  ['timestamp(x @ 0)', [7, 7], [0]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
