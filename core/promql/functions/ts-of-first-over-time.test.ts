import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['ts_of_first_over_time(x[2m])', [1, 1, 1], [60]]])(
  '%s of %j is %j',
  (expr, values, expected) => {
    expect(valuesOf(expr, values)).toEqual(expected);
  },
);
