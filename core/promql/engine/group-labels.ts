import { dropLabels, keepLabels, type LabelPool } from '../labels/label-pool.ts';
import { METRIC_NAME, type LabelSet } from '../labels/label-set.ts';

/** The labels that `by` keeps, or all but those of `without` and the metric's name. */
export function groupLabels(
  pool: LabelPool,
  set: LabelSet,
  { grouping, without }: { grouping: readonly string[]; without: boolean },
): LabelSet {
  return without
    ? dropLabels(pool, set, [...grouping, METRIC_NAME])
    : keepLabels(pool, set, grouping);
}
