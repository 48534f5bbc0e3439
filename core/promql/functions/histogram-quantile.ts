import { bucketQuantile } from '../engine/bucket-quantile.ts';
import { compileHistogram } from '../engine/compile-histogram.ts';
import { scalarArg, vectorArg } from '../engine/compiled.ts';
import { nameMetric, note } from '../engine/notes.ts';
import { warnQuantiles } from '../engine/warn-quantiles.ts';
import { defineFunction } from './promql-function.ts';

const FORCED = 'input to histogram_quantile needed to be fixed for monotonicity';

/** A quantile of classic histograms. */
export const histogramQuantile = defineFunction(
  'histogram_quantile',
  (call) => {
    const { args, span } = call.call;
    const scalar = scalarArg(call, 0);
    const vectorSpan = args[1]?.span ?? span;
    return compileHistogram(vectorArg(call, 1), vectorSpan, (run) => {
      const quantiles = scalar(run);
      warnQuantiles(run, quantiles, args[0]?.span ?? span);
      return (buckets, { step, labels }) =>
        bucketQuantile(quantiles[step] ?? NaN, buckets, () =>
          note(run, { kind: 'infos', message: FORCED + nameMetric(labels), span: vectorSpan }),
        );
    });
  },
  { parameters: ['scalar', 'vector'] },
);
