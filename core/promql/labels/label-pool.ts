import { listLabels, METRIC_NAME, type LabelSet } from './label-set.ts';

/** The label sets of one window and of what was computed from it, each once. */
export type LabelPool = {
  sets: Map<string, LabelSet>;
  nameless: Map<LabelSet, LabelSet>;
  empty: LabelSet;
  /** The row of a sample without labels. */
  bare: readonly LabelSet[];
};

// What an operation that makes another metric takes away.
const METADATA = [METRIC_NAME, '__type__', '__unit__'];

export function createLabelPool(): LabelPool {
  const empty = { names: [], values: [] };
  return { sets: new Map([['[]', empty]]), nameless: new Map(), empty, bare: [empty] };
}

/** The set of these labels; an empty value is no label. */
export function internLabels(pool: LabelPool, labels: Iterable<[string, string]>): LabelSet {
  const pairs = Array.from(labels).filter(([, value]) => value !== '');
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(pairs);
  const set = pool.sets.get(key) ?? {
    names: pairs.map(([name]) => name),
    values: pairs.map(([, value]) => value),
  };
  pool.sets.set(key, set);
  return set;
}

export function keepLabels(pool: LabelPool, set: LabelSet, names: readonly string[]): LabelSet {
  const kept = listLabels(set).filter(([name]) => names.includes(name));
  return internLabels(pool, kept);
}

export function dropLabels(pool: LabelPool, set: LabelSet, names: readonly string[]): LabelSet {
  const kept = listLabels(set).filter(([name]) => !names.includes(name));
  return internLabels(pool, kept);
}

/** The set with other values for some labels; an empty one takes the label away. */
export function setLabels(
  pool: LabelPool,
  set: LabelSet,
  changes: Iterable<[string, string]>,
): LabelSet {
  return internLabels(pool, new Map([...listLabels(set), ...changes]));
}

/** The set without the metric's name, and its type and unit where they are labels. */
export function dropName(pool: LabelPool, set: LabelSet): LabelSet {
  const nameless = pool.nameless.get(set) ?? dropLabels(pool, set, METADATA);
  pool.nameless.set(set, nameless);
  return nameless;
}
