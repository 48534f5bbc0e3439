import { coalesce, forceMonotonic, type Buckets } from './buckets.ts';

/**
 * The quantile of a classic histogram, by linear interpolation in the bucket that it falls into: from 0 in a first one
 * that is positive; in the last, without a bound, that of the one before. NaN without observations or without a bucket
 * up to infinity.
 */
export function bucketQuantile(q: number, buckets: Buckets, onForced: () => void): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  if (buckets.bounds.at(-1) !== Infinity) return NaN;
  const joined = coalesce(buckets);
  if (forceMonotonic(joined)) onForced();
  const all = joined.counts.at(-1) ?? 0;
  return joined.bounds.length < 2 || all === 0 ? NaN : interpolate(joined, q * all);
}

function interpolate({ bounds, counts }: Buckets, rank: number): number {
  const last = counts.length - 1;
  const found = counts.findIndex((count, index) => index < last && count >= rank);
  if (found < 0) return bounds[last - 1] ?? NaN;
  const end = bounds[found] ?? NaN;
  if (found === 0 && end <= 0) return end;
  const start = found === 0 ? 0 : (bounds[found - 1] ?? NaN);
  const below = found === 0 ? 0 : (counts[found - 1] ?? NaN);
  return start + (end - start) * ((rank - below) / ((counts[found] ?? NaN) - below));
}
