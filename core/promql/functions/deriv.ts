import { defineRange } from './define-range.ts';
import { fitLine } from './fit-line.ts';

/** The slope per second of the line of least squares. */
export const deriv = defineRange(
  'deriv',
  // Near the samples less is lost.
  (samples) => fitLine(samples, samples.times[samples.from] ?? NaN).slope,
  { minSamples: 2 },
);
