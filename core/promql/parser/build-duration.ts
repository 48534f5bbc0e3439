import type { SyntaxNode } from '@lezer/common';
import { parseNumber } from './parse-number.ts';
import { listChildren, refuse, spanOf, textOf, type Source } from './source.ts';

const MAX_SECONDS = 2 ** 63 / 1e9;

/** A duration in brackets or after `offset`, in milliseconds. */
export function buildDuration(source: Source, node: SyntaxNode): number {
  const seconds = readSeconds(source, node);
  if (Number.isNaN(seconds) || Math.abs(seconds) > MAX_SECONDS) {
    throw refuse(source, 'duration out of range', spanOf(node));
  }
  return Math.trunc(Math.round(seconds * 1e9) / 1e6);
}

/** A range or a step, which goes back in time. */
export function buildPositiveDuration(source: Source, node: SyntaxNode): number {
  if (readSeconds(source, node) <= 0) {
    throw refuse(source, 'duration must be greater than 0', spanOf(node));
  }
  return Math.max(1, buildDuration(source, node));
}

function readSeconds(source: Source, node: SyntaxNode): number {
  const [first = node, second] = listChildren(node);
  if (first.name === 'UnaryOp' && second) {
    const seconds = readSeconds(source, second);
    return textOf(source, first) === '-' ? -seconds : seconds;
  }
  const isLiteral = first.name === 'NumberDurationLiteralInDurationContext';
  if (isLiteral && !second) return parseNumber(textOf(source, first))?.value ?? NaN;
  throw refuse(source, 'experimental duration expression is not enabled', spanOf(node));
}
