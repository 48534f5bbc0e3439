import { defineRange } from './define-range.ts';
import { findExtreme } from './find-extreme.ts';

export const minOverTime = defineRange('min_over_time', (samples) => {
  return samples.values[findExtreme(samples, (value, found) => value < found)] ?? NaN;
});
