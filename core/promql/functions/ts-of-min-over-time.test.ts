import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['ts_of_min_over_time(x[5m])', [1, 3, 1, 2], [120]]])(
  '%s of %j is %j',
  (expr, values, expected) => {
    expect(valuesOf(expr, values)).toEqual(expected);
  },
);
