import { defineRange } from './define-range.ts';
import { extrapolate } from './extrapolate.ts';
import { createNonCounterNote } from './inform-non-counter.ts';

/** How much a counter grows over the window. */
export const increase = defineRange('increase', (samples) => extrapolate(samples, true), {
  minSamples: 2,
  createInspect: createNonCounterNote,
});
