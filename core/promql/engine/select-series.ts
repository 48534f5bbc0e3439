import type { SeriesIndex } from '../columns/series-index.ts';
import { compareLabels, getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Matcher } from '../parser/expression.ts';

/** The series that a selector matches, in the order of their labels, and where their columns are. */
export type Selection = { labels: readonly LabelSet[]; ids: readonly number[] };

/** Selects by matchers, once for each index of series. */
export function createSelect(matchers: readonly Matcher[]): (index: SeriesIndex) => Selection {
  let known: { index: SeriesIndex; selection: Selection } | null = null;
  return (index) => {
    if (known?.index !== index) known = { index, selection: select(index, matchers) };
    return known.selection;
  };
}

function select(index: SeriesIndex, matchers: readonly Matcher[]): Selection {
  const found: { id: number; labels: LabelSet }[] = [];
  for (const id of listCandidates(index, matchers)) {
    const labels = index.labels[id];
    if (labels && matchers.every(({ name, matches }) => matches(getLabel(labels, name)))) {
      found.push({ id, labels });
    }
  }
  found.sort((a, b) => compareLabels(a.labels, b.labels));
  return { labels: found.map(({ labels }) => labels), ids: found.map(({ id }) => id) };
}

function listCandidates(index: SeriesIndex, matchers: readonly Matcher[]): Iterable<number> {
  const byName = matchers.find(({ name, op }) => name === METRIC_NAME && op === '=');
  return byName ? (index.byName.get(byName.value) ?? []) : index.labels.keys();
}
