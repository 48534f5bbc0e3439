import { aggregators } from '../aggregators/index.ts';
import type { Aggregation } from '../parser/expression.ts';
import type { CompileContext } from './compile-context.ts';
import { compileTyped } from './compile-typed.ts';
import { asType, type CompiledVector } from './compiled.ts';
import { groupLabels } from './group-labels.ts';
import { keepMade } from './keep-made.ts';
import { numberLabels } from './number-labels.ts';

const NO_PARAM = new Float64Array();

/** Compiles an aggregation. Throws a `PromqlError` for operands of other types. */
export function compileAggregation(context: CompileContext, node: Aggregation): CompiledVector {
  const aggregator = aggregators.get(node.op);
  if (!aggregator) throw new TypeError('Cannot compile: a type that was checked');
  const place = 'aggregation expression';
  const inner = asType(compileTyped(context, node.expr, { type: 'vector', place }), 'vector');
  const param =
    node.param &&
    compileTyped(context, node.param, {
      type: aggregator.parameter ?? 'scalar',
      place: 'aggregation parameter',
    });
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
