import type { SyntaxNode } from '@lezer/common';
import type { Limits } from '../limits.ts';
import { operators } from '../operators/index.ts';
import { applyPostfix } from './apply-postfix.ts';
import { bindOperators, type Item } from './bind-operators.ts';
import { buildCall } from './build-call.ts';
import { buildAggregation } from './build-aggregation.ts';
import { buildModifiers } from './build-matching.ts';
import { buildSelector } from './build-selector.ts';
import { buildString } from './build-string.ts';
import type { Builder } from './builder.ts';
import type { Expr } from './expression.ts';
import { parseNumber } from './parse-number.ts';
import { listChildren, refuse, spanOf, textOf } from './source.ts';

/** What a syntax tree without errors says. Throws a `PromqlError` for what is no expression all the same. */
export function buildExpression(text: string, top: SyntaxNode, limits: Limits): Expr {
  const builder: Builder = { text, limits, depth: 0, build: (node) => build(builder, node) };
  const [child = top] = listChildren(top);
  return builder.build(child);
}

function build(builder: Builder, node: SyntaxNode): Expr {
  const items: Item[] = [];
  flatten(builder, node, items);
  return bindOperators(items);
}

/** Writes down a row of operators and operands from left to right, however the tree has bound them. */
function flatten(builder: Builder, node: SyntaxNode, items: Item[]): void {
  const [first = node, second = node, ...rest] = listChildren(node);
  builder.depth += 1;
  if (builder.depth > builder.limits.depth) {
    const message = `expression nests deeper than ${builder.limits.depth} levels`;
    throw refuse(builder, message, spanOf(node));
  }
  switch (node.name) {
    case 'BinaryExpr':
      flatten(builder, first, items);
      items.push(toOperator(builder, second, rest));
      flatten(builder, rest.at(-1) ?? node, items);
      break;
    case 'UnaryExpr':
      items.push(toSign(builder, first));
      flatten(builder, second, items);
      break;
    case 'NumberDurationLiteral':
      items.push(...toNumber(builder, node));
      break;
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      flatten(builder, first, items);
      items.push({ kind: 'postfix', apply: (expr) => applyPostfix(builder, node, expr) });
      break;
    default:
      items.push({ kind: 'operand', expr: buildOperand(builder, node) });
  }
  builder.depth -= 1;
}

function toOperator(builder: Builder, node: SyntaxNode, rest: readonly SyntaxNode[]): Item {
  const op = textOf(builder, node).toLowerCase();
  const span = spanOf(node);
  if (!operators.has(op)) throw refuse(builder, `operator "${op}" is not supported`, span);
  return { kind: 'binary', op, span, modifiers: buildModifiers(builder, rest.slice(0, -1)) };
}

function toSign(builder: Builder, node: SyntaxNode): Item {
  return { kind: 'unary', op: textOf(builder, node) === '-' ? '-' : '+', span: spanOf(node) };
}

function toNumber(builder: Builder, node: SyntaxNode): Item[] {
  const text = textOf(builder, node);
  const [sign = ''] = /^[+-]\s*/.exec(text) ?? [];
  const span = { start: node.from + sign.length, end: node.to };
  const number = parseNumber(text.slice(sign.length));
  if (!number) throw refuse(builder, `error parsing number: ${text}`, span);
  const operand: Item = { kind: 'operand', expr: { kind: 'number', ...number, span } };
  if (sign === '') return [operand];
  const start = { start: node.from, end: node.from + 1 };
  return [{ kind: 'unary', op: sign.startsWith('-') ? '-' : '+', span: start }, operand];
}

function buildOperand(builder: Builder, node: SyntaxNode): Expr {
  const span = spanOf(node);
  switch (node.name) {
    case 'ParenExpr': {
      const [inner = node] = listChildren(node);
      return { kind: 'paren', expr: builder.build(inner), span };
    }
    case 'StringLiteral':
      return { kind: 'string', value: buildString(builder, node), span };
    case 'VectorSelector':
      return buildSelector(builder, node);
    case 'FunctionCall':
      return buildCall(builder, node);
    case 'AggregateExpr':
      return buildAggregation(builder, node);
    default:
      throw refuse(builder, `unexpected ${textOf(builder, node)}`, span);
  }
}
