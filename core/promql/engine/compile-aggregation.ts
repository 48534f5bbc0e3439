import { aggregators } from '../aggregators/index.ts';
import type { LabelPool } from '../labels/label-pool.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Aggregation } from '../parser/expression.ts';
import type { CompiledVector, Compiled } from './compiled.ts';
import { groupLabels } from './group-labels.ts';

type Groups = { groups: Int32Array; labels: readonly LabelSet[] };

const NO_PARAM = new Float64Array();

/** Compiles an aggregation; the type of its parameter was checked. */
export function compileAggregation(
  node: Aggregation,
  inner: CompiledVector,
  param: Compiled | null,
): CompiledVector {
  const aggregator = aggregators.get(node.op);
  if (!aggregator) throw new TypeError(`Cannot compile: ${node.op}`);
  let known: { rows: readonly LabelSet[]; made: Groups } | null = null;
  return {
    type: 'vector',
    evaluate: (run) => {
      const values = param?.type === 'scalar' ? param.evaluate(run) : NO_PARAM;
      const block = inner.evaluate(run);
      if (known?.rows !== block.labels) {
        known = { rows: block.labels, made: group(run.window.index.pool, node, block.labels) };
      }
      return aggregator.reduce(run, { node, block, ...known.made, param: values });
    },
  };
}

function group(pool: LabelPool, node: Aggregation, rows: readonly LabelSet[]): Groups {
  const numbers = new Map<LabelSet, number>();
  const groups = Int32Array.from(rows, (row) => {
    const set = groupLabels(pool, row, node);
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  });
  return { groups, labels: [...numbers.keys()] };
}
