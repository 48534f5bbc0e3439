import type { Limits } from '../limits.ts';
import type { Expr, Unary } from '../parser/expression.ts';
import { parseError } from '../promql-error.ts';
import { checkBinary } from './check-binary.ts';
import { checkSelector } from './check-selector.ts';
import { compileAggregation } from './compile-aggregation.ts';
import { compileBinary } from './compile-binary.ts';
import { compileCall } from './compile-call.ts';
import type { CompileContext } from './compile-context.ts';
import { compileRange } from './compile-range.ts';
import { compileSelector, readValue } from './compile-selector.ts';
import { compileSubquery } from './compile-subquery.ts';
import type { Compiled } from './compiled.ts';
import { mapCells } from './map-cells.ts';
import { nameType } from './name-type.ts';

/** Compiles an expression. Throws a `PromqlError` where a part of it gets what it cannot work on. */
export function compileExpression(text: string, expr: Expr, limits: Limits): Compiled {
  const context: CompileContext = {
    text,
    limits,
    refuse: (message, span) => parseError(message, text, span),
    compile: (part) => compile(part, context),
  };
  return context.compile(expr);
}

function compile(expr: Expr, context: CompileContext): Compiled {
  const { refuse, limits } = context;
  switch (expr.kind) {
    case 'number':
      return {
        type: 'scalar',
        evaluate: ({ grid }) => new Float64Array(grid.steps).fill(expr.value),
      };
    case 'string':
      return { type: 'string', value: expr.value };
    case 'selector':
      checkSelector(expr, refuse);
      return { type: 'vector', evaluate: compileSelector(expr, readValue) };
    case 'range':
      checkSelector(expr.selector, refuse);
      return compileRange(expr);
    case 'subquery': {
      const inner = context.compile(expr.expr);
      if (inner.type === 'vector') return compileSubquery(expr, inner, limits);
      const message = `subquery is only allowed on instant vector, got ${inner.type} instead`;
      throw refuse(message, expr.span);
    }
    case 'paren':
      return context.compile(expr.expr);
    case 'unary':
      return compileUnary(context, expr);
    case 'call':
      return compileCall(context, expr);
    case 'aggregation':
      return compileAggregation(context, expr);
    case 'binary': {
      const left = context.compile(expr.left);
      const right = context.compile(expr.right);
      checkBinary(expr, [left.type, right.type], refuse);
      return compileBinary(expr, { left, right });
    }
  }
}

function compileUnary(context: CompileContext, { op, expr, span }: Unary): Compiled {
  const compiled = context.compile(expr);
  if (compiled.type !== 'scalar' && compiled.type !== 'vector') {
    const message = `unary expression only allowed on expressions of type scalar or instant vector, got "${nameType(compiled.type)}"`;
    throw context.refuse(message, span);
  }
  if (op === '+') return compiled;
  if (compiled.type === 'scalar') {
    return { type: 'scalar', evaluate: (run) => compiled.evaluate(run).map((value) => -value) };
  }
  return {
    type: 'vector',
    evaluate: (run) => mapCells(compiled.evaluate(run), (value) => -value),
  };
}
