import { createLabelPool, internLabels, type LabelPool } from '../labels/label-pool.ts';
import { getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';

/** Which series there are, each with its place. What queries prepare is kept for as long as this object is. */
export type SeriesIndex = {
  pool: LabelPool;
  labels: readonly LabelSet[];
  byName: ReadonlyMap<string, readonly number[]>;
  /** What selectors have selected, by their matchers. */
  selections: Map<string, Selection>;
};

/** Series in the order of their labels, and where their columns are. */
export type Selection = { labels: readonly LabelSet[]; ids: readonly number[] };

/** `labels` include `__name__`, and no two are equal. */
export function createSeriesIndex(labels: Iterable<Readonly<Record<string, string>>>): SeriesIndex {
  const pool = createLabelPool();
  const sets = Array.from(labels, (record) => internLabels(pool, Object.entries(record)));
  return indexLabels(pool, sets);
}

/** As `createSeriesIndex`, of labels that are in a pool. */
export function indexLabels(pool: LabelPool, labels: readonly LabelSet[]): SeriesIndex {
  return { pool, labels, byName: indexNames(labels), selections: new Map() };
}

function indexNames(sets: readonly LabelSet[]): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  for (const [id, set] of sets.entries()) {
    const name = getLabel(set, METRIC_NAME);
    const ids = byName.get(name);
    if (ids) ids.push(id);
    else byName.set(name, [id]);
  }
  return byName;
}
