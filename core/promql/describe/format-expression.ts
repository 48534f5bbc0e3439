import type { Aggregation, Binary, Expr } from '../parser/expression.ts';
import {
  formatFlat,
  formatGrouping,
  formatOperator,
  formatTiming,
  formatWindow,
} from './format-flat.ts';

const MAX_WIDTH = 100;
const INDENT = '  ';

/** An expression as Prometheus formats it: on one line, or with its parts on lines of their own where it is too long. */
export function formatExpression(expr: Expr): string {
  return format(expr, 0);
}

function format(expr: Expr, level: number): string {
  const indent = INDENT.repeat(level);
  const flat = formatFlat(expr);
  if (expr.kind === 'unary') return `${indent}${expr.op}${format(expr.expr, level).trim()}`;
  if (flat.length <= MAX_WIDTH) return indent + flat;
  switch (expr.kind) {
    case 'number':
    case 'string':
    case 'selector':
    case 'range':
      return indent + flat;
    case 'paren':
      return `${indent}(\n${format(expr.expr, level + 1)}\n${indent})`;
    case 'call':
      return `${indent}${expr.name}(\n${formatAll(expr.args, level + 1)}\n${indent})`;
    case 'subquery':
      return format(expr.expr, level) + formatWindow(expr) + formatTiming(expr);
    case 'aggregation':
      return formatAggregation(expr, level);
    case 'binary':
      return formatBinary(expr, level);
  }
}

function formatAll(parts: readonly Expr[], level: number): string {
  return parts.map((part) => format(part, level)).join(',\n');
}

function formatAggregation(expr: Aggregation, level: number): string {
  const indent = INDENT.repeat(level);
  const parts = expr.param ? [expr.param, expr.expr] : [expr.expr];
  return `${indent}${expr.op}${formatGrouping(expr)}(\n${formatAll(parts, level + 1)}\n${indent})`;
}

function formatBinary(expr: Binary, level: number): string {
  const operator = INDENT.repeat(level) + formatOperator(expr);
  return `${format(expr.left, level + 1)}\n${operator}\n${format(expr.right, level + 1)}`;
}
