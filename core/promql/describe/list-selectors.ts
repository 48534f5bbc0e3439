import type { Expr, VectorSelector } from '../parser/expression.ts';
import { listParts } from './list-parts.ts';

/** The selectors of an expression, from left to right: a series that none of them matches makes no difference to it. */
export function listSelectors(expr: Expr): VectorSelector[] {
  return expr.kind === 'selector' ? [expr] : listParts(expr).flatMap(listSelectors);
}
