import { functions } from '../functions/index.ts';
import type { Limits } from '../limits.ts';
import type { Expr, Unary } from '../parser/expression.ts';
import { toPosition } from '../position.ts';
import { PromqlError } from '../promql-error.ts';
import { compileAggregation } from './compile-aggregation.ts';
import { compileBinary } from './compile-binary.ts';
import { compileRange } from './compile-range.ts';
import { compileSubquery } from './compile-subquery.ts';
import { asType, type Compiled, type CompiledScalar } from './compiled.ts';
import { compileSelector, readValue } from './evaluate-selector.ts';
import { mapCells } from './map-cells.ts';

type Context = { text: string; limits: Limits; depth: number };

/** Compiles an expression whose types were checked. Throws a `PromqlError` where it nests too deeply. */
export function compileExpression(text: string, expr: Expr, limits: Limits): Compiled {
  return compile(expr, { text, limits, depth: 0 });
}

function compile(expr: Expr, outer: Context): Compiled {
  const context = { ...outer, depth: outer.depth + 1 };
  if (context.depth > context.limits.depth) {
    const message = `expression nests deeper than ${context.limits.depth} levels`;
    throw new PromqlError(message, toPosition(context.text, expr.span));
  }
  switch (expr.kind) {
    case 'number':
      return compileNumber(expr.value);
    case 'string':
      return { type: 'string', value: expr.value };
    case 'selector':
      return { type: 'vector', evaluate: compileSelector(expr, readValue) };
    case 'range':
      return compileRange(expr);
    case 'subquery':
      return compileSubquery(expr, asType(compile(expr.expr, context), 'vector'), context.limits);
    case 'paren':
      return compile(expr.expr, context);
    case 'unary':
      return compileUnary(expr, compile(expr.expr, context));
    case 'call': {
      const args = expr.args.map((arg) => compile(arg, context));
      const definition = functions.get(expr.name);
      if (!definition) throw new TypeError(`Cannot compile: ${expr.name}`);
      return definition.compile({ call: expr, args, ...context });
    }
    case 'aggregation': {
      const param = expr.param && compile(expr.param, context);
      return compileAggregation(expr, asType(compile(expr.expr, context), 'vector'), param);
    }
    case 'binary':
      return compileBinary(expr, {
        left: compile(expr.left, context),
        right: compile(expr.right, context),
      });
  }
}

function compileNumber(value: number): CompiledScalar {
  return { type: 'scalar', evaluate: ({ grid }) => new Float64Array(grid.steps).fill(value) };
}

function compileUnary({ op }: Unary, inner: Compiled): Compiled {
  if (op === '+') return inner;
  if (inner.type === 'scalar') {
    const { evaluate } = inner;
    return { type: 'scalar', evaluate: (run) => evaluate(run).map((value) => -value) };
  }
  const { evaluate } = asType(inner, 'vector');
  return { type: 'vector', evaluate: (run) => mapCells(evaluate(run), (value) => -value) };
}
