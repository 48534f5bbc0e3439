import type { SyntaxNode } from '@lezer/common';
import { refuse, spanOf, textOf, type Source } from './source.ts';
import { unquote } from './unquote.ts';

/** The text of a string literal. */
export function buildString(source: Source, node: SyntaxNode): string {
  const unquoted = unquote(textOf(source, node));
  if ('reason' in unquoted) throw refuse(source, unquoted.reason, spanOf(node));
  return unquoted.value;
}
