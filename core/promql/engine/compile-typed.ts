import type { Expr, ValueType } from '../parser/expression.ts';
import type { CompileContext } from './compile-context.ts';
import type { Compiled } from './compiled.ts';
import { nameType } from './name-type.ts';

/** Compiles an operand that has to be of a type; `place` says what it is an operand of. */
export function compileTyped(
  { compile, refuse }: CompileContext,
  expr: Expr,
  { type, place }: { type: ValueType; place: string },
): Compiled {
  const compiled = compile(expr);
  if (compiled.type === type) return compiled;
  const message = `expected type ${nameType(type)} in ${place}, got ${nameType(compiled.type)}`;
  throw refuse(message, expr.span);
}
