import { quantile } from '../engine/quantile.ts';
import { warnQuantiles } from '../engine/warn-quantiles.ts';
import { defineRange } from './define-range.ts';

export const quantileOverTime = defineRange(
  'quantile_over_time',
  ({ values, from, to, args }) => quantile(args[0] ?? NaN, values.slice(from, to)),
  {
    parameters: ['scalar', 'matrix'],
    createInspect:
      () =>
      (run, { call, scalars, block }) => {
        const [quantiles] = scalars;
        const isUsed = block.flags.some((flag) => flag !== 0);
        if (quantiles && isUsed) warnQuantiles(run, quantiles, call.args[0]?.span ?? call.span);
      },
  },
);
