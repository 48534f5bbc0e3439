import { expect, test } from 'vitest';
import { STALE, type SampleValue } from '../columns/from-series.ts';
import { valuesOf } from '../testing/values-of.ts';

test.each<[string, SampleValue[], number[]]>([
  ['last_over_time(x[5m])', [1, 2], [2]],
  ['last_over_time(x[5m])', [1, STALE], [1]],
  ['last_over_time(x[5m]) + on(__name__) x', [1, 2], [4]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
