import { parser } from '@prometheus-io/lezer-promql';
import type { Limits } from '../limits.ts';
import { parseError } from '../promql-error.ts';
import { buildExpression } from './build-expression.ts';
import type { Expr } from './expression.ts';
import { findSyntaxError } from './find-syntax-error.ts';
import { mend } from './mend.ts';

/**
 * Reads a PromQL expression; its types are checked when it is compiled. Throws a `PromqlError` for what is none, for what
 * is experimental or works on native histograms, and beyond the limits.
 */
export function parseExpression(text: string, limits: Limits): Expr {
  if (text.length > limits.length) {
    const message = `expression is longer than ${limits.length} characters`;
    throw parseError(message, text, { start: 0, end: 0 });
  }
  const tree = parser.parse(mend(text));
  const found = findSyntaxError(text, tree);
  if (found) throw parseError(found.message, text, found.span);
  return buildExpression(text, tree.topNode, limits);
}
