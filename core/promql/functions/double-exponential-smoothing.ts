import { fail } from '../engine/run.ts';
import { defineRange, type RangeResult } from './define-range.ts';
import type { Run } from '../engine/run.ts';

/** The last value, smoothed by a factor, and its trend by another (Holt). Throws for factors not between 0 and 1. */
export const doubleExponentialSmoothing = defineRange(
  'double_exponential_smoothing',
  ({ values, from, to, args }) => {
    const smoothing = args[0] ?? NaN;
    const trending = args[1] ?? NaN;
    let before = 0;
    let smoothed = values[from] ?? NaN;
    let trend = (values[from + 1] ?? NaN) - smoothed;
    for (let index = from + 1; index < to; index += 1) {
      if (index > from + 1) trend = trending * (smoothed - before) + (1 - trending) * trend;
      before = smoothed;
      smoothed = smoothing * (values[index] ?? NaN) + (1 - smoothing) * (smoothed + trend);
    }
    return smoothed;
  },
  {
    parameters: ['matrix', 'scalar', 'scalar'],
    minSamples: 2,
    createInspect: () => checkFactors,
  },
);

function checkFactors(run: Run, { call, scalars, block }: RangeResult): void {
  if (block.flags.every((flag) => flag === 0)) return;
  const factors = scalars.flatMap((factor) => [...factor]);
  const wrong = factors.find((factor) => factor <= 0 || factor >= 1);
  if (wrong === undefined) return;
  const message = `invalid smoothing or trend factor: ${wrong}`;
  throw fail(run, message, call.span);
}
