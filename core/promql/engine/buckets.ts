/** The buckets of a classic histogram: upper bounds, rising, and how much was counted up to each. */
export type Buckets = { bounds: number[]; counts: number[] };

/** Joins buckets of one bound. */
export function coalesce({ bounds, counts }: Buckets): Buckets {
  const joined: Buckets = { bounds: [], counts: [] };
  for (const [index, bound] of bounds.entries()) {
    const last = joined.bounds.length - 1;
    const count = counts[index] ?? NaN;
    if (last >= 0 && joined.bounds[last] === bound)
      joined.counts[last] = (joined.counts[last] ?? 0) + count;
    else {
      joined.bounds.push(bound);
      joined.counts.push(count);
    }
  }
  return joined;
}

/** Where counts were raised so that they do not fall, and by how much at most. */
export type Forced = { minBound: number; maxBound: number; maxDiff: number };

const TOLERANCE = 1e-12;
const LEAST_NORMAL = 2 ** -1022;

/**
 * Takes away each decrease of the counts. What is no more than an error of rounding is passed over; of the rest it is
 * said where it was, null where nothing was.
 */
export function forceMonotonic({ bounds, counts }: Buckets): Forced | null {
  let forced: Forced | null = null;
  let before = counts[0] ?? NaN;
  for (let index = 1; index < counts.length; index += 1) {
    const count = counts[index] ?? NaN;
    if (count === before) continue;
    const isSame = isAlmost(before, count);
    if (!isSame && !(count < before)) {
      before = count;
      continue;
    }
    counts[index] = before;
    if (isSame) continue;
    const bound = bounds[index] ?? NaN;
    forced ??= { minBound: bound, maxBound: bound, maxDiff: 0 };
    forced.maxBound = bound;
    forced.maxDiff = Math.max(forced.maxDiff, before - count);
  }
  return forced;
}

function isAlmost(a: number, b: number): boolean {
  if (Number.isNaN(a) && Number.isNaN(b)) return true;
  const sum = Math.abs(a) + Math.abs(b);
  const difference = Math.abs(a - b);
  if (a === 0 || b === 0 || sum < LEAST_NORMAL) return difference < TOLERANCE * LEAST_NORMAL;
  return difference / Math.min(sum, Number.MAX_VALUE) < TOLERANCE;
}
