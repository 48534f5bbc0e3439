import { aggregators } from '../aggregators/index.ts';
import { functions } from '../functions/index.ts';
import type { Span } from '../position.ts';
import { parseError } from '../promql-error.ts';
import { checkBinary } from './check-binary.ts';
import { checkSelector } from './check-selector.ts';
import type { Aggregation, Call, Expr, Subquery, Unary } from './expression.ts';
import { nameType, typeOf } from './type-of.ts';

/** Refuses something in the expression that is checked. */
export type Refuse = (message: string, span: Span) => Error;

/** Checks that each part of an expression gets what it works on. Throws a `PromqlError`. */
export function checkTypes(text: string, expr: Expr): void {
  check(expr, (message, span) => parseError(message, text, span));
}

function check(expr: Expr, refuse: Refuse): void {
  switch (expr.kind) {
    case 'number':
    case 'string':
      break;
    case 'selector':
      checkSelector(expr, refuse);
      break;
    case 'range':
      checkSelector(expr.selector, refuse);
      break;
    case 'paren':
      check(expr.expr, refuse);
      break;
    case 'subquery':
      checkSubquery(expr, refuse);
      break;
    case 'unary':
      checkUnary(expr, refuse);
      break;
    case 'call':
      checkCall(expr, refuse);
      break;
    case 'aggregation':
      checkAggregation(expr, refuse);
      break;
    case 'binary':
      check(expr.left, refuse);
      check(expr.right, refuse);
      checkBinary(expr, refuse);
      break;
  }
}

function checkSubquery({ expr, span }: Subquery, refuse: Refuse): void {
  check(expr, refuse);
  const type = typeOf(expr);
  if (type === 'vector') return;
  throw refuse(`subquery is only allowed on instant vector, got ${type} instead`, span);
}

function checkUnary({ expr, span }: Unary, refuse: Refuse): void {
  check(expr, refuse);
  const type = typeOf(expr);
  if (type === 'scalar' || type === 'vector') return;
  const message = `unary expression only allowed on expressions of type scalar or instant vector, got "${nameType(type)}"`;
  throw refuse(message, span);
}

function checkCall(call: Call, refuse: Refuse): void {
  const { name, args, span } = call;
  const { parameters = [], variadic = 0 } = functions.get(name) ?? {};
  const least = parameters.length - (variadic === 0 ? 0 : 1);
  const most = variadic < 0 ? Infinity : least + variadic;
  if (args.length < least || args.length > most) {
    throw refuse(describeCount(call, { least, most }), span);
  }
  for (const [index, arg] of args.entries()) {
    check(arg, refuse);
    const wanted = parameters[index] ?? parameters.at(-1);
    const type = typeOf(arg);
    if (wanted === undefined || type === wanted) continue;
    const message = `expected type ${nameType(wanted)} in call to function "${name}", got ${nameType(type)}`;
    throw refuse(message, arg.span);
  }
}

function describeCount({ name, args }: Call, { least, most }: { least: number; most: number }) {
  const got = `argument(s) in call to "${name}", got ${args.length}`;
  if (least === most) return `expected ${least} ${got}`;
  return args.length < least
    ? `expected at least ${least} ${got}`
    : `expected at most ${most} ${got}`;
}

function checkAggregation({ op, expr, param }: Aggregation, refuse: Refuse): void {
  expect(expr, { type: 'vector', place: 'aggregation expression' }, refuse);
  const type = aggregators.get(op)?.parameter ?? null;
  if (param && type) expect(param, { type, place: 'aggregation parameter' }, refuse);
}

type Wanted = { type: 'scalar' | 'vector' | 'string'; place: string };

function expect(expr: Expr, { type, place }: Wanted, refuse: Refuse): void {
  check(expr, refuse);
  const got = typeOf(expr);
  if (got === type) return;
  throw refuse(`expected type ${nameType(type)} in ${place}, got ${nameType(got)}`, expr.span);
}
