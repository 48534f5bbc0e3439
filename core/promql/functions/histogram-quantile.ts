import { bucketQuantile } from '../engine/bucket-quantile.ts';
import { compileHistogram } from '../engine/compile-histogram.ts';
import { scalarArg, vectorArg } from '../engine/compiled.ts';
import { addForced, leaveForced, type ForcedNotes } from '../engine/forced-notes.ts';
import { warnQuantiles } from '../engine/warn-quantiles.ts';
import { defineFunction } from './promql-function.ts';

/** A quantile of classic histograms. */
export const histogramQuantile = defineFunction(
  {
    name: 'histogram_quantile',
    parameters: ['scalar', 'vector'],
    variadic: 0,
    returns: 'vector',
  },
  (call) => {
    const { args, span } = call.call;
    const scalar = scalarArg(call, 0);
    const vectorSpan = args[1]?.span ?? span;
    let notes: ForcedNotes = new Map();
    const { evaluate } = compileHistogram(vectorArg(call, 1), vectorSpan, (run) => {
      const quantiles = scalar(run);
      warnQuantiles(run, quantiles, args[0]?.span ?? span);
      notes = new Map();
      return (buckets, { step, labels }) =>
        bucketQuantile(quantiles[step] ?? NaN, buckets, (forced) =>
          addForced(notes, forced, { run, step, labels }),
        );
    });
    return {
      type: 'vector',
      evaluate: (run) => {
        const block = evaluate(run);
        leaveForced(run, notes, vectorSpan);
        return block;
      },
    };
  },
);
