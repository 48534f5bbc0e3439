/** The buckets of a classic histogram: upper bounds, rising, and how much was counted up to each. */
export type Buckets = { bounds: number[]; counts: number[] };

const TOLERANCE = 1e-12;

/** Joins buckets of one bound. */
export function coalesce({ bounds, counts }: Buckets): Buckets {
  const joined = new Map<number, number>();
  for (const [index, bound] of bounds.entries()) {
    joined.set(bound, (joined.get(bound) ?? 0) + (counts[index] ?? NaN));
  }
  return { bounds: [...joined.keys()], counts: [...joined.values()] };
}

/**
 * Takes away each decrease of the counts, and says whether there was one that is more than an error of rounding; an
 * increase that is no more is taken away, too.
 */
export function forceMonotonic({ counts }: Buckets): boolean {
  let isForced = false;
  let before = counts[0] ?? NaN;
  for (const [index, count] of counts.entries()) {
    const isSame = Math.abs(before - count) < TOLERANCE * (Math.abs(before) + Math.abs(count));
    if (count < before && !isSame) isForced = true;
    if (count < before || isSame) counts[index] = before;
    else before = count;
  }
  return isForced;
}
