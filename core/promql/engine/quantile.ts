/**
 * The quantile of values by linear interpolation between the two that are nearest, NaN being the least; infinite for a
 * `q` outside of 0 to 1. The values are sorted in place.
 */
export function quantile(q: number, values: Float64Array): number {
  if (values.length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  sortValues(values);
  const rank = q * (values.length - 1);
  const lower = Math.floor(rank);
  const upper = Math.min(values.length - 1, lower + 1);
  const weight = rank - lower;
  return (values[lower] ?? NaN) * (1 - weight) + (values[upper] ?? NaN) * weight;
}

// The order of typed arrays has NaN last.
function sortValues(values: Float64Array): void {
  values.sort();
  const numbers = values.findIndex((value) => Number.isNaN(value));
  if (numbers < 0) return;
  values.copyWithin(values.length - numbers, 0, numbers);
  values.fill(NaN, 0, values.length - numbers);
}
