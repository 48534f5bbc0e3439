import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([
  ['irate(x[5m])', [0, 0, 60], [1]],
  ['irate(x[5m])', [0, 60, 30], [0.5]],
  ['irate(x[5m])', [1], []],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
