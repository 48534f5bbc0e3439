import { warn } from './notes.ts';
import { isQuantile } from './quantile.ts';
import type { Run } from './run.ts';
import { formatShort } from '../format-number.ts';
import type { Span } from '../position.ts';

/** Warns of each quantile that is not from 0 to 1. */
export function warnQuantiles(run: Run, quantiles: Float64Array, span: Span): void {
  for (const q of quantiles) {
    if (isQuantile(q)) continue;
    warn(run, `quantile value should be between 0 and 1, got ${formatShort(q)}`, span);
  }
}
