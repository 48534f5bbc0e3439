import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['rate(x[3m])', [0, 60, 120, 180], [1]],
  ['rate(x[3m])', [0, 60, 0, 60], [0.5]],
  ['rate(x[1m])', [0, 60], []],
  ['rate(x[3m])', [5], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
