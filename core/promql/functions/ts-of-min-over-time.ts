import { defineRange } from './define-range.ts';
import { findExtreme } from './find-extreme.ts';

/** When, in seconds, the least value was there; the last of such times. */
export const tsOfMinOverTime = defineRange('ts_of_min_over_time', (samples) => {
  const place = findExtreme(samples, (value, found) => value <= found);
  return (samples.times[place] ?? NaN) / 1000;
});
