import { formatNumber } from '../format-number.ts';
import type { Span } from '../position.ts';
import { note } from './notes.ts';
import type { Run } from './run.ts';

/** Warns of each quantile that is not from 0 to 1. */
export function warnQuantiles(run: Run, quantiles: Float64Array, span: Span): void {
  for (const q of quantiles) {
    if (q >= 0 && q <= 1) continue;
    const message = `quantile value should be between 0 and 1, got ${formatNumber(q)}`;
    note(run, { kind: 'warnings', message, span });
  }
}
