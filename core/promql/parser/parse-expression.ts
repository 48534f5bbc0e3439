import { parser } from '@prometheus-io/lezer-promql';
import type { Limits } from '../limits.ts';
import { parseError } from '../promql-error.ts';
import { buildExpression } from './build-expression.ts';
import { checkTypes } from './check-types.ts';
import type { Expr } from './expression.ts';
import { findSyntaxError } from './find-syntax-error.ts';
import { mend } from './mend.ts';

/**
 * Reads a PromQL expression and checks the types of its parts, so that what it gives can be evaluated. Throws a
 * `PromqlError` for what is none, for what is experimental or works on native histograms, and beyond the limits.
 */
export function parseExpression(text: string, limits: Limits): Expr {
  if (text.length > limits.length) {
    const message = `expression is longer than ${limits.length} characters`;
    throw parseError(message, text, { start: 0, end: 0 });
  }
  checkBrackets(text, limits.depth);
  const tree = parser.parse(mend(text));
  const found = findSyntaxError(text, tree);
  if (found) throw parseError(found.message, text, found.span);
  const expr = buildExpression(text, tree.topNode, limits);
  checkTypes(text, expr);
  return expr;
}

// Before the tree is built, as that takes a call for each level.
function checkBrackets(text: string, limit: number): void {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const char = text[offset];
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth <= limit) continue;
    const message = `expression nests deeper than ${limit} levels`;
    throw parseError(message, text, { start: offset, end: offset + 1 });
  }
}
