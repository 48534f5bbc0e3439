import { defineRange } from './define-range.ts';

/** How fast a counter grows, per second, by its last two samples. */
export const irate = defineRange(
  'irate',
  ({ times, values, to }) => {
    const seconds = ((times[to - 1] ?? NaN) - (times[to - 2] ?? NaN)) / 1000;
    const last = values[to - 1] ?? NaN;
    const before = values[to - 2] ?? NaN;
    // After a restart it counted from zero.
    return (last < before ? last : last - before) / seconds;
  },
  { minSamples: 2 },
);
