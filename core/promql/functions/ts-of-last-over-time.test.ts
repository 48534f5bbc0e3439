import { expect, test } from 'vitest';
import { STALE, type SampleValue } from '../columns/from-series.ts';
import { valuesOf } from '../testing/values-of.ts';

test.each<[string, SampleValue[], number[]]>([
  ['ts_of_last_over_time(x[5m])', [1, 1, STALE], [60]],
])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
