import { defineRange } from './define-range.ts';

/** The first value; as with an offset, the metric keeps its name. */
export const firstOverTime = defineRange(
  'first_over_time',
  ({ values, from }) => values[from] ?? NaN,
  { keepsName: true },
);
