import { defineRange } from './define-range.ts';

/** When, in seconds, the last sample was. */
export const tsOfLastOverTime = defineRange(
  'ts_of_last_over_time',
  ({ times, to }) => (times[to - 1] ?? NaN) / 1000,
);
