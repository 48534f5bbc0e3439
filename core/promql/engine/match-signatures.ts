import type { LabelPool } from '../labels/label-pool.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Matching } from '../parser/expression.ts';
import { groupLabels } from './group-labels.ts';
import { numberLabels } from './number-labels.ts';

/** For each row of both sides the number of its group: rows match when it is the same. */
export type Signatures = { left: Int32Array; right: Int32Array; count: number };

/** The labels that rows are matched by: those of `on`, or all but those of `ignoring` and the metric's name. */
export function signatureOf(pool: LabelPool, { on, labels }: Matching, set: LabelSet): LabelSet {
  return groupLabels(pool, set, { grouping: labels, without: !on });
}

export function matchSignatures(
  pool: LabelPool,
  matching: Matching,
  sides: { left: readonly LabelSet[]; right: readonly LabelSet[] },
): Signatures {
  const rows = [...sides.left, ...sides.right];
  const { labels, numbers } = numberLabels(rows.map((set) => signatureOf(pool, matching, set)));
  const middle = sides.left.length;
  return {
    left: numbers.subarray(0, middle),
    right: numbers.subarray(middle),
    count: labels.length,
  };
}
