import { expect, test } from 'vitest';
import { STALE, type SampleValue } from '../columns/from-series.ts';
import { valuesOf } from '../testing/values-of.ts';

test.each<[string, SampleValue[], number[]]>([
  ['sum_over_time(x[5m])', [1, 2, 3], [6]],
  ['sum_over_time(x[5m])', [1e100, 1, -1e100], [1]],
  ['sum_over_time(x[1m])', [1, 2], [2]],
  ['sum_over_time(x[5m])', [1, STALE, 3], [4]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
