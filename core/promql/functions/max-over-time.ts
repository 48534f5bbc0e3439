import { defineRange } from './define-range.ts';
import { findExtreme } from './find-extreme.ts';

export const maxOverTime = defineRange('max_over_time', (samples) => {
  return samples.values[findExtreme(samples, (value, found) => value > found)] ?? NaN;
});
