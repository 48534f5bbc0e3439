import { bucketFraction } from '../engine/bucket-fraction.ts';
import { compileHistogram } from '../engine/compile-histogram.ts';
import { scalarArg, vectorArg } from '../engine/compiled.ts';
import { defineFunction } from './promql-function.ts';

/** The share of the observations of classic histograms between two values. */
export const histogramFraction = defineFunction(
  'histogram_fraction',
  (call) => {
    const { args, span } = call.call;
    const lower = scalarArg(call, 0);
    const upper = scalarArg(call, 1);
    return compileHistogram(vectorArg(call, 2), args[2]?.span ?? span, (run) => {
      const lowers = lower(run);
      const uppers = upper(run);
      return (buckets, { step }) =>
        bucketFraction(lowers[step] ?? NaN, uppers[step] ?? NaN, buckets);
    });
  },
  { parameters: ['scalar', 'scalar', 'vector'] },
);
