import {
  dropLabels,
  dropName,
  keepLabels,
  setLabels,
  type LabelPool,
} from '../labels/label-pool.ts';
import { getLabel, type LabelSet } from '../labels/label-set.ts';
import type { Matching } from '../parser/expression.ts';

/** The labels of each row of the results of two matched sides, and which row a pair of rows has. */
export type ResultRows = {
  labels: LabelSet[];
  rows: Map<LabelSet, number>;
  pairs: Map<number, number>;
  /** A copy of `labels` that is the same array until a row is added. */
  listed: readonly LabelSet[];
};

export function createResultRows(): ResultRows {
  return { labels: [], rows: new Map(), pairs: new Map(), listed: [] };
}

export type Joined = {
  pool: LabelPool;
  matching: Matching;
  /** The operator computes another metric, which has no name. */
  isComputed: boolean;
  many: readonly LabelSet[];
  one: readonly LabelSet[];
};

/**
 * The row of a pair, added if it is new. Its labels are those of the many side, without the name of a metric that is
 * computed; between equals only what was matched by; and what `group_left` takes from the one side.
 */
export function resultRowOf(
  results: ResultRows,
  joined: Joined,
  pair: { many: number; one: number },
): number {
  const { matching, one } = joined;
  // Where nothing is taken from the one side, it makes no difference.
  const key = matching.include.length > 0 ? pair.many * one.length + pair.one : pair.many;
  const known = results.pairs.get(key);
  if (known !== undefined) return known;
  const set = includeLabels(joined, pair, trimLabels(joined, pair.many));
  const row = results.rows.get(set) ?? results.labels.push(set) - 1;
  results.rows.set(set, row);
  results.pairs.set(key, row);
  return row;
}

export function listRows(results: ResultRows): readonly LabelSet[] {
  if (results.listed.length !== results.labels.length) results.listed = [...results.labels];
  return results.listed;
}

function trimLabels({ pool, matching, isComputed, many }: Joined, row: number): LabelSet {
  const set = many[row] ?? pool.empty;
  const named = isComputed ? dropName(pool, set) : set;
  if (matching.card !== 'one-to-one') return named;
  const change = matching.on ? keepLabels : dropLabels;
  return change(pool, named, matching.labels);
}

function includeLabels({ pool, matching, one }: Joined, pair: { one: number }, set: LabelSet) {
  if (matching.include.length === 0) return set;
  const from = one[pair.one] ?? pool.empty;
  return setLabels(
    pool,
    set,
    matching.include.map((name): [string, string] => [name, getLabel(from, name)]),
  );
}
