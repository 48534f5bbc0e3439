import { defineRange } from './define-range.ts';
import { extrapolate } from './extrapolate.ts';

/** How much a gauge changes over the window. */
export const delta = defineRange('delta', (samples) => extrapolate(samples, false), {
  minSamples: 2,
});
