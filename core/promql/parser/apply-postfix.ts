import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../position.ts';
import { buildDuration, buildPositiveDuration } from './build-duration.ts';
import type { Expr, Timing } from './expression.ts';
import { parseNumber } from './parse-number.ts';
import { listChildren, refuse, textOf, type Source } from './source.ts';

type Part = { source: Source; expr: Expr; span: Span };

/** What follows an operand: a range, a subquery, `offset` or `@`. `node` is the node that has it as its last parts. */
export function applyPostfix(source: Source, node: SyntaxNode, expr: Expr): Expr {
  const [, first = node, second] = listChildren(node);
  const part = { source, expr, span: { start: expr.span.start, end: node.to } };
  switch (node.name) {
    case 'MatrixSelector':
      return applyRange(part, first);
    case 'SubqueryExpr': {
      const rangeMs = buildPositiveDuration(source, first);
      const stepMs = second ? buildPositiveDuration(source, second) : null;
      return { kind: 'subquery', expr, rangeMs, stepMs, at: null, offsetMs: 0, span: part.span };
    }
    case 'OffsetExpr':
      return applyTiming(part, 'offset', ({ at, offsetMs }) => {
        if (offsetMs === 0) return { at, offsetMs: buildDuration(source, second ?? node) };
        throw refuse(source, 'offset may not be set multiple times', expr.span);
      });
    case 'StepInvariantExpr':
      return applyTiming(part, '@', ({ at, offsetMs }) => {
        if (at === null) return { at: readTime(part, second ?? node), offsetMs };
        throw refuse(source, '@ <timestamp> may not be set multiple times', expr.span);
      });
    default: {
      const name = node.name === 'AnchoredExpr' ? 'anchored' : 'smoothed';
      throw refuse(source, `${name} modifier is experimental and not enabled`, expr.span);
    }
  }
}

function applyRange({ source, expr, span }: Part, range: SyntaxNode): Expr {
  const bracket = { start: source.text.lastIndexOf('[', range.from), end: span.end };
  if (expr.kind !== 'selector') {
    throw refuse(source, 'ranges only allowed for vector selectors', bracket);
  }
  const early = expr.offsetMs !== 0 ? 'offset' : expr.at !== null && '@';
  if (early) throw refuse(source, `no ${early} modifiers allowed before range`, bracket);
  return { kind: 'range', selector: expr, rangeMs: buildPositiveDuration(source, range), span };
}

function applyTiming(part: Part, name: string, change: (timing: Timing) => Timing): Expr {
  const { source, expr, span } = part;
  switch (expr.kind) {
    case 'selector':
    case 'subquery':
      return { ...expr, ...change(expr), span };
    case 'range':
      return { ...expr, selector: { ...expr.selector, ...change(expr.selector) }, span };
    default: {
      const message = `${name} modifier must be preceded by an instant vector selector or range vector selector or a subquery`;
      throw refuse(source, message, expr.span);
    }
  }
}

function readTime({ source, expr }: Part, node: SyntaxNode): Timing['at'] {
  const text = textOf(source, node).replaceAll(/\s/g, '');
  if (node.name === 'AtModifierPreprocessors') return /^start/i.test(text) ? 'start' : 'end';
  const number = parseNumber(text.replace(/^[+-]/, ''))?.value ?? NaN;
  if (Math.abs(number) < 2 ** 63)
    return Math.round(1000 * (text.startsWith('-') ? -number : number));
  throw refuse(source, `timestamp out of bounds for @ modifier: ${text}`, expr.span);
}
