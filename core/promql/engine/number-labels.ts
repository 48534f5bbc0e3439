import type { LabelSet } from '../labels/label-set.ts';

/** The different ones among label sets, and for each of the sets which of these it is. */
export type Numbered = { labels: readonly LabelSet[]; numbers: Int32Array };

export function numberLabels(sets: readonly LabelSet[]): Numbered {
  const known = new Map<LabelSet, number>();
  const numbers = Int32Array.from(sets, (set) => {
    const number = known.get(set) ?? known.size;
    known.set(set, number);
    return number;
  });
  return { labels: [...known.keys()], numbers };
}
