import type { SyntaxNode } from '@lezer/common';
import { aggregators } from '../aggregators/index.ts';
import { buildLabelNames } from './build-label-names.ts';
import type { Builder } from './builder.ts';
import type { Aggregation } from './expression.ts';
import { listChildren, refuse, spanOf, textOf } from './source.ts';

export function buildAggregation(builder: Builder, node: SyntaxNode): Aggregation {
  const [operator = node, ...rest] = listChildren(node);
  const op = textOf(builder, operator).toLowerCase();
  const span = spanOf(node);
  const aggregator = aggregators.get(op);
  if (!aggregator) throw refuse(builder, `${op}() is experimental and not supported`, span);
  const modifier = rest.find(({ name }) => name === 'AggregateModifier');
  const body = rest.find(({ name }) => name === 'FunctionCallBody');
  const args = body ? listChildren(body).map((arg) => builder.build(arg)) : [];
  const wanted = aggregator.parameter === null ? 1 : 2;
  if (args.length === 0) {
    throw refuse(builder, 'no arguments for aggregate expression provided', span);
  }
  const expr = args[wanted - 1];
  if (!expr || args.length !== wanted) {
    const message = `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${args.length}`;
    throw refuse(builder, message, span);
  }
  const param = wanted === 2 ? (args[0] ?? null) : null;
  return { kind: 'aggregation', op, expr, param, ...buildGrouping(builder, modifier), span };
}

function buildGrouping(builder: Builder, modifier: SyntaxNode | undefined) {
  if (!modifier) return { grouping: [], without: false };
  const [keyword = modifier, labels = modifier] = listChildren(modifier);
  return { grouping: buildLabelNames(builder, labels), without: keyword.name === 'Without' };
}
