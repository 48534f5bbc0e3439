import { defineRange } from './define-range.ts';

/** When, in seconds, the first sample was. */
export const tsOfFirstOverTime = defineRange(
  'ts_of_first_over_time',
  ({ times, from }) => (times[from] ?? NaN) / 1000,
);
