import { formatNumber } from '../format-number.ts';
import { functions } from '../functions/index.ts';
import { operators } from '../operators/index.ts';
import type { Binary, Expr, Timing, VectorSelector } from '../parser/expression.ts';
import { typeOf } from './type-of.ts';

/** A node as `/api/v1/parse_query` of Prometheus answers it. */
export type SyntaxTree = { type: string } & { [key: string]: unknown };

/** An expression in the form of `/api/v1/parse_query`; times are in milliseconds. */
export function toSyntaxTree(expr: Expr): SyntaxTree {
  switch (expr.kind) {
    case 'number':
      return { type: 'numberLiteral', val: formatNumber(expr.value) };
    case 'string':
      return { type: 'stringLiteral', val: expr.value };
    case 'selector':
      return { type: 'vectorSelector', ...toSelector(expr) };
    case 'range':
      return {
        type: 'matrixSelector',
        ...toSelector(expr.selector),
        range: expr.rangeMs,
        rangeExpr: null,
      };
    case 'subquery': {
      const range = {
        range: expr.rangeMs,
        rangeExpr: null,
        step: expr.stepMs ?? 0,
        stepExpr: null,
      };
      return { type: 'subquery', expr: toSyntaxTree(expr.expr), ...range, ...toTiming(expr) };
    }
    case 'paren':
      return { type: 'parenExpr', expr: toSyntaxTree(expr.expr) };
    case 'unary':
      return { type: 'unaryExpr', op: expr.op, expr: toSyntaxTree(expr.expr) };
    case 'call':
      return { type: 'call', func: toFunction(expr.name), args: expr.args.map(toSyntaxTree) };
    case 'aggregation': {
      const { op, grouping, without, param } = expr;
      const parts = { expr: toSyntaxTree(expr.expr), param: param && toSyntaxTree(param) };
      return { type: 'aggregation', op, ...parts, grouping, without };
    }
    case 'binary':
      return toBinary(expr);
  }
}

function toBinary(expr: Binary): SyntaxTree {
  const { op, bool, matching, left, right } = expr;
  const isMatched = typeOf(left) === 'vector' && typeOf(right) === 'vector';
  const card = operators.get(op)?.kind === 'set' ? 'many-to-many' : matching.card;
  return {
    type: 'binaryExpr',
    op,
    lhs: toSyntaxTree(left),
    rhs: toSyntaxTree(right),
    matching: isMatched ? { ...matching, card, fillValues: { lhs: null, rhs: null } } : null,
    bool,
  };
}

function toFunction(name: string) {
  const { parameters, variadic, returns } = functions.get(name) ?? {};
  return { name, argTypes: parameters, variadic, returnType: returns };
}

function toSelector(selector: VectorSelector) {
  const matchers = selector.matchers.map(({ name, value, op }) => ({ name, value, type: op }));
  const modifiers = { anchored: false, smoothed: false };
  return { name: selector.name, matchers, ...toTiming(selector), ...modifiers };
}

function toTiming({ at, offsetMs }: Timing) {
  return {
    offset: offsetMs,
    offsetExpr: null,
    timestamp: typeof at === 'number' ? at : null,
    startOrEnd: typeof at === 'string' ? at : null,
  };
}
