import type { Block } from '../engine/block.ts';
import type { Run } from '../engine/run.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Aggregation } from '../parser/expression.ts';

/** What an aggregation works on: its samples, and for each row the group that it belongs to. */
export type Grouped = {
  node: Aggregation;
  block: Block;
  groups: Int32Array;
  /** The labels of each group. */
  labels: readonly LabelSet[];
  /** The scalar parameter at each step; empty without one. */
  param: Float64Array;
};

/** An aggregation operator: `reduce` may write into the block. */
export type Aggregator = {
  name: string;
  parameter: 'scalar' | 'string' | null;
  reduce: (run: Run, grouped: Grouped) => Block;
};

/** An operator that is not one of a family. */
export function defineAggregator(
  name: string,
  parameter: Aggregator['parameter'],
  reduce: Aggregator['reduce'],
): Aggregator {
  return { name, parameter, reduce };
}
