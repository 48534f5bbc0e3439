import type { CompareRows } from './define-sort.ts';

/** Orders rows by their values; NaN is last either way. */
export function compareByValue(direction: 1 | -1): CompareRows {
  return ({ values }, a, b) => {
    const ours = values[a] ?? NaN;
    const theirs = values[b] ?? NaN;
    if (Number.isNaN(ours) || Number.isNaN(theirs)) {
      return Number(Number.isNaN(ours)) - Number(Number.isNaN(theirs));
    }
    return direction * (Number(ours > theirs) - Number(ours < theirs));
  };
}
