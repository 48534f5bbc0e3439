import type { Selection, SeriesIndex } from '../columns/series-index.ts';
import { compareLabels, getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Matcher } from '../parser/expression.ts';

// Selectors that are asked once must not fill the memory of an index that stays.
const MAX_SELECTIONS = 2_000;

/** Selects by matchers, once for each index of series, whatever expressions have the same matchers. */
export function createSelect(matchers: readonly Matcher[]): (index: SeriesIndex) => Selection {
  const key = JSON.stringify(matchers.map(({ name, op, value }) => [name, op, value]));
  return (index) => {
    const { selections } = index;
    const known = selections.get(key);
    if (known) return known;
    if (selections.size >= MAX_SELECTIONS) selections.clear();
    const selection = select(index, matchers);
    selections.set(key, selection);
    return selection;
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
