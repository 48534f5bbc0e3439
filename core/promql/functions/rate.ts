import { defineRange } from './define-range.ts';
import { extrapolate } from './extrapolate.ts';
import { createNonCounterNote } from './inform-non-counter.ts';

/** How fast a counter grows, per second. */
export const rate = defineRange(
  'rate',
  (samples) => extrapolate(samples, true) / ((samples.endMs - samples.startMs) / 1000),
  { minSamples: 2, createInspect: createNonCounterNote },
);
