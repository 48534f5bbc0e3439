import type { SyntaxNode } from '@lezer/common';
import { METRIC_NAME } from '../labels/label-set.ts';
import { compileRegex } from '../regex/compile-regex.ts';
import { RegexError } from '../regex/regex-error.ts';
import { buildString } from './build-string.ts';
import type { Matcher, MatchOp, VectorSelector } from './expression.ts';
import { listChildren, refuse, spanOf, textOf, type Source } from './source.ts';

/** A selector: its name, which is a matcher too and the last one, and its matchers. */
export function buildSelector(source: Source, node: SyntaxNode): VectorSelector {
  const children = listChildren(node);
  const identifier = children.find((child) => child.name === 'Identifier');
  const braces = children.find((child) => child.name === 'LabelMatchers');
  const name = identifier ? textOf(source, identifier) : '';
  const matchers = braces ? listChildren(braces).map((child) => buildMatcher(source, child)) : [];
  if (name !== '') matchers.push(equalMatcher(METRIC_NAME, name));
  return { kind: 'selector', name, matchers, at: null, offsetMs: 0, span: spanOf(node) };
}

function buildMatcher(source: Source, node: SyntaxNode): Matcher {
  const [label = node, op, literal] = listChildren(node);
  const name = buildName(source, node.name === 'QuotedLabelName' ? node : label);
  // A quoted name alone is that of the metric.
  if (!op || !literal) return equalMatcher(METRIC_NAME, name);
  const value = buildString(source, literal);
  const written = textOf(source, op);
  const kind: MatchOp | undefined = OPERATORS.find((operator) => operator === written);
  switch (kind) {
    case '=~':
    case '!~':
      return { name, op: kind, value, matches: buildRegex(source, node, { value, op: kind }) };
    case '!=':
      return { name, op: kind, value, matches: (other) => other !== value };
    case '=':
    case undefined:
      return equalMatcher(name, value);
  }
}

const OPERATORS = ['=', '!=', '=~', '!~'] as const;

function equalMatcher(name: string, value: string): Matcher {
  return { name, op: '=', value, matches: (other) => other === value };
}

function buildName(source: Source, node: SyntaxNode): string {
  const [literal] = listChildren(node);
  return literal ? buildString(source, literal) : textOf(source, node);
}

function buildRegex(
  source: Source,
  node: SyntaxNode,
  { value, op }: { value: string; op: '=~' | '!~' },
): Matcher['matches'] {
  try {
    const { test } = compileRegex(value, source.limits.regexSize);
    return op === '=~' ? test : (other) => !test(other);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw refuse(source, error.message, spanOf(node));
  }
}
