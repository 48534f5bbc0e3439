import type { SyntaxNode } from '@lezer/common';
import type { Limits } from '../limits.ts';
import type { Span } from '../position.ts';
import { parseError, type PromqlError } from '../promql-error.ts';

/** The text that an expression is built from. */
export type Source = { text: string; limits: Limits };

export function textOf({ text }: Source, { from, to }: SyntaxNode): string {
  return text.slice(from, to);
}

export function spanOf({ from, to }: SyntaxNode): Span {
  return { start: from, end: to };
}

export function refuse({ text }: Source, message: string, span: Span): PromqlError {
  return parseError(message, text, span);
}

/** The nodes in a node that are no comments and no punctuation. */
export function listChildren(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}
