import { functions } from '../functions/index.ts';
import type { Expr, ValueType } from '../parser/expression.ts';

/** The type of what an expression gives, if it is compiled without an error. */
export function typeOf(expr: Expr): ValueType {
  switch (expr.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
    case 'aggregation':
      return 'vector';
    case 'range':
    case 'subquery':
      return 'matrix';
    case 'call':
      return functions.get(expr.name)?.returns ?? 'vector';
    case 'paren':
    case 'unary':
      return typeOf(expr.expr);
    case 'binary':
      return [expr.left, expr.right].every((part) => typeOf(part) === 'scalar')
        ? 'scalar'
        : 'vector';
  }
}
