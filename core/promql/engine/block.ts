import type { LabelSet } from '../labels/label-set.ts';
import { spend, type Run } from './run.ts';

/** There is a value. */
export const PRESENT = 1;
/** There is a value, and the metric's name goes from its labels when the query is answered. */
export const NAMELESS = 3;

/**
 * An instant vector at each step: a row for each element of `labels`, row by row in `values` and `flags`. A flag of 0 is
 * no value. Whoever is handed a block may write into its values and flags; `labels` is never changed, and is the same
 * array whenever the same series were selected, so that what is derived from it can be kept.
 */
export type Block = { labels: readonly LabelSet[]; values: Float64Array; flags: Uint8Array };

export function createBlock(run: Run, labels: readonly LabelSet[]): Block {
  const size = labels.length * run.grid.steps;
  spend(run, size);
  return { labels, values: new Float64Array(size), flags: new Uint8Array(size) };
}
