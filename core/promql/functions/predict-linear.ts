import { defineRange } from './define-range.ts';
import { fitLine } from './fit-line.ts';

/** The value in so many seconds from now, along the line of least squares. */
export const predictLinear = defineRange(
  'predict_linear',
  (samples) => {
    const { slope, intercept } = fitLine(samples, samples.nowMs);
    return slope * (samples.args[0] ?? NaN) + intercept;
  },
  { parameters: ['matrix', 'scalar'], minSamples: 2 },
);
