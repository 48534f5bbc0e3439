import type { SyntaxNode } from '@lezer/common';
import { buildString } from './build-string.ts';
import { isLabelName } from './is-label-name.ts';
import { listChildren, refuse, spanOf, textOf, type Source } from './source.ts';

/** The names in the parentheses after `by`, `on` and the like. */
export function buildLabelNames(source: Source, node: SyntaxNode): string[] {
  return listChildren(node).map((child) => {
    const [literal] = listChildren(child);
    const name = literal ? buildString(source, literal) : textOf(source, child);
    if (isLabelName(name)) return name;
    throw refuse(source, `invalid label name for grouping: ${JSON.stringify(name)}`, spanOf(child));
  });
}
