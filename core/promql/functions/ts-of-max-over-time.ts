import { defineRange } from './define-range.ts';
import { findExtreme } from './find-extreme.ts';

/** When, in seconds, the greatest value was there; the last of such times. */
export const tsOfMaxOverTime = defineRange('ts_of_max_over_time', (samples) => {
  const place = findExtreme(samples, (value, found) => value >= found);
  return (samples.times[place] ?? NaN) / 1000;
});
