import { quantile } from '../engine/quantile.ts';
import { defineRange } from './define-range.ts';

/** The median of the distances from the median; NaN where a value is. */
export const madOverTime = defineRange('mad_over_time', ({ values, from, to }) => {
  const sorted = values.slice(from, to);
  if (sorted.some(Number.isNaN)) return NaN;
  const median = quantile(0.5, sorted);
  return quantile(
    0.5,
    sorted.map((value) => Math.abs(value - median)),
  );
});
