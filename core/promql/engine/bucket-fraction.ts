import { coalesce, type Buckets } from './buckets.ts';

/**
 * The share of a classic histogram's observations between two values, by linear interpolation in the buckets that they
 * fall into. NaN without observations or without a bucket up to infinity.
 */
export function bucketFraction(lower: number, upper: number, buckets: Buckets): number {
  if (buckets.bounds.at(-1) !== Infinity) return NaN;
  const joined = coalesce(buckets);
  const all = joined.counts.at(-1) ?? 0;
  if (all === 0 || Number.isNaN(lower) || Number.isNaN(upper)) return NaN;
  if (lower >= upper) return 0;
  return (rankOf(joined, upper) - rankOf(joined, lower)) / all;
}

/** How many observations are below a value. */
function rankOf({ bounds, counts }: Buckets, value: number): number {
  const all = counts.at(-1) ?? NaN;
  let below = 0;
  let start = (bounds[0] ?? 0) <= 0 ? -Infinity : 0;
  for (const [index, end] of bounds.entries()) {
    const count = counts[index] ?? NaN;
    if (start >= value) return Math.min(below, all);
    if (end > value) {
      // A bucket without a lower bound is counted whole, one without an upper bound not at all.
      if (start === -Infinity) return Math.min(count, all);
      return Math.min(below + ((count - below) * (value - start)) / (end - start), all);
    }
    below = count;
    start = end;
  }
  return all;
}
