import { compareLabels, getLabel } from '../labels/label-set.ts';
import { compareNatural } from './compare-natural.ts';
import type { CompareRows } from './define-sort.ts';

/** Orders rows by labels in turn, numbers in their values by size; equals by all of their labels. */
export function compareByLabel(direction: 1 | -1, names: readonly string[]): CompareRows {
  return ({ labels }, a, b) => {
    const ours = labels[a];
    const theirs = labels[b];
    if (!ours || !theirs) return 0;
    for (const name of names) {
      const order = compareNatural(getLabel(ours, name), getLabel(theirs, name));
      if (order !== 0) return direction * order;
    }
    return direction * compareLabels(ours, theirs);
  };
}
