import { aggregators } from '../aggregators/index.ts';
import type { Aggregation } from '../parser/expression.ts';
import type { CompiledVector, Compiled } from './compiled.ts';
import { groupLabels } from './group-labels.ts';
import { keepMade } from './keep-made.ts';
import { numberLabels } from './number-labels.ts';

const NO_PARAM = new Float64Array();

/** Compiles an aggregation; the type of its parameter was checked. */
export function compileAggregation(
  node: Aggregation,
  inner: CompiledVector,
  param: Compiled | null,
): CompiledVector {
  const aggregator = aggregators.get(node.op);
  if (!aggregator) throw new TypeError(`Cannot compile: ${node.op}`);
  const group = keepMade((pool, rows) =>
    numberLabels(rows.map((row) => groupLabels(pool, row, node))),
  );
  return {
    type: 'vector',
    evaluate: (run) => {
      const values = param?.type === 'scalar' ? param.evaluate(run) : NO_PARAM;
      const block = inner.evaluate(run);
      const { labels, numbers } = group(run, block.labels);
      return aggregator.reduce(run, { node, block, labels, groups: numbers, param: values });
    },
  };
}
