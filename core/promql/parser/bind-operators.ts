import { operators } from '../operators/index.ts';
import type { Span } from '../position.ts';
import type { Modifiers } from './build-matching.ts';
import type { Expr } from './expression.ts';

/** A part of a row of operators, as it is written from left to right. */
export type Item =
  | { kind: 'operand'; expr: Expr }
  | { kind: 'unary'; op: '+' | '-'; span: Span }
  | { kind: 'binary'; op: string; span: Span; modifiers: Modifiers }
  | { kind: 'postfix'; apply: (expr: Expr) => Expr };

const MULTIPLICATION = 5;

type Row = { items: readonly Item[]; next: number };

/**
 * Binds operators by the precedence that they have in Prometheus: what follows an operand, then `^`, then a sign, then
 * the others. The grammar for Lezer binds signs of numbers and `offset`, `@` and brackets otherwise.
 */
export function bindOperators(items: readonly Item[]): Expr {
  return bindBinary({ items, next: 0 }, 0);
}

function bindBinary(row: Row, least: number): Expr {
  let left = bindUnary(row);
  for (;;) {
    const item = row.items[row.next];
    if (item?.kind !== 'binary') return left;
    const operator = operators.get(item.op);
    if (!operator || operator.precedence < least) return left;
    row.next += 1;
    const { precedence, isRightAssociative } = operator;
    const right = bindBinary(row, isRightAssociative ? precedence : precedence + 1);
    const { op, span: opSpan, modifiers } = item;
    const span = { start: left.span.start, end: right.span.end };
    left = { kind: 'binary', op, opSpan, ...modifiers, left, right, span };
  }
}

function bindUnary(row: Row): Expr {
  const item = row.items[row.next];
  row.next += 1;
  if (item?.kind === 'unary') {
    const expr = bindBinary(row, MULTIPLICATION + 1);
    return sign(item, expr);
  }
  if (item?.kind !== 'operand') throw new TypeError('Cannot compile: a type that was checked');
  return bindPostfix(row, item.expr);
}

function bindPostfix(row: Row, operand: Expr): Expr {
  let expr = operand;
  for (let item = row.items[row.next]; item?.kind === 'postfix'; item = row.items[row.next]) {
    expr = item.apply(expr);
    row.next += 1;
  }
  return expr;
}

function sign({ op, span: { start } }: { op: '+' | '-'; span: Span }, expr: Expr): Expr {
  const span = { start, end: expr.span.end };
  if (expr.kind === 'number')
    return { ...expr, value: op === '-' ? -expr.value : expr.value, span };
  return { kind: 'unary', op, expr, span };
}
