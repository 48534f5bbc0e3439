import type { Samples } from '../engine/apply-range.ts';

/** The place of the sample that none comes after, by a comparison; NaN only where there is nothing else. */
export function findExtreme(
  { values, from, to }: Samples,
  isAfter: (value: number, found: number) => boolean,
): number {
  let place = from;
  for (let index = from + 1; index < to; index += 1) {
    const found = values[place] ?? NaN;
    if (isAfter(values[index] ?? NaN, found) || Number.isNaN(found)) place = index;
  }
  return place;
}
