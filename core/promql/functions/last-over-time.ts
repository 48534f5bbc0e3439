import { defineRange } from './define-range.ts';

/** The last value; as with an offset, the metric keeps its name. */
export const lastOverTime = defineRange(
  'last_over_time',
  ({ values, to }) => values[to - 1] ?? NaN,
  {
    keepsName: true,
  },
);
