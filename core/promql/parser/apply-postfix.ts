import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../position.ts';
import { buildDuration, buildPositiveDuration } from './build-duration.ts';
import type { Expr, MatrixSelector, Subquery, Timing, VectorSelector } from './expression.ts';
import { parseNumber } from './parse-number.ts';
import { listChildren, refuse, textOf, type Source } from './source.ts';

type Timed = VectorSelector | MatrixSelector | Subquery;

/** What follows an operand: a range, a subquery, `offset` or `@`. `node` is the node that has it as its last parts. */
export function applyPostfix(source: Source, node: SyntaxNode, expr: Expr): Expr {
  const parts = listChildren(node).slice(1);
  const span = { start: expr.span.start, end: node.to };
  switch (node.name) {
    case 'MatrixSelector':
      return applyRange(source, expr, { parts, span, node });
    case 'SubqueryExpr': {
      const [range = node, step] = parts;
      const rangeMs = buildPositiveDuration(source, range);
      const stepMs = step ? buildPositiveDuration(source, step) : null;
      return { kind: 'subquery', expr, rangeMs, stepMs, at: null, offsetMs: 0, span };
    }
    case 'OffsetExpr':
      return applyOffset(source, expr, { parts, span, node });
    case 'StepInvariantExpr':
      return applyAt(source, expr, { parts, span, node });
    case 'AnchoredExpr':
      throw refuse(source, 'anchored modifier is experimental and not enabled', expr.span);
    default:
      throw refuse(source, 'smoothed modifier is experimental and not enabled', expr.span);
  }
}

type Parts = { parts: readonly SyntaxNode[]; span: Span; node: SyntaxNode };

function applyRange(source: Source, expr: Expr, { parts, span, node }: Parts): Expr {
  const [range = node] = parts;
  const bracket = { start: source.text.lastIndexOf('[', range.from), end: node.to };
  if (expr.kind !== 'selector') {
    throw refuse(source, 'ranges only allowed for vector selectors', bracket);
  }
  if (expr.offsetMs !== 0) {
    throw refuse(source, 'no offset modifiers allowed before range', bracket);
  }
  if (expr.at !== null) throw refuse(source, 'no @ modifiers allowed before range', bracket);
  return { kind: 'range', selector: expr, rangeMs: buildPositiveDuration(source, range), span };
}

function applyOffset(source: Source, expr: Expr, { parts, span, node }: Parts): Expr {
  if (!isTimed(expr)) {
    const message =
      'offset modifier must be preceded by an instant vector selector or range vector selector or a subquery';
    throw refuse(source, message, expr.span);
  }
  const { at, offsetMs } = timingOf(expr);
  if (offsetMs !== 0) throw refuse(source, 'offset may not be set multiple times', expr.span);
  const [, duration = node] = parts;
  return setTiming(expr, { at, offsetMs: buildDuration(source, duration) }, span);
}

function applyAt(source: Source, expr: Expr, { parts, span, node }: Parts): Expr {
  if (!isTimed(expr)) {
    const message =
      '@ modifier must be preceded by an instant vector selector or range vector selector or a subquery';
    throw refuse(source, message, expr.span);
  }
  const { at, offsetMs } = timingOf(expr);
  if (at !== null) throw refuse(source, '@ <timestamp> may not be set multiple times', expr.span);
  const [, time = node] = parts;
  return setTiming(expr, { at: readTime(source, time, expr.span), offsetMs }, span);
}

function readTime(source: Source, node: SyntaxNode, span: Span): Timing['at'] {
  const text = textOf(source, node).replaceAll(/\s/g, '').toLowerCase();
  if (node.name === 'AtModifierPreprocessors') return text === 'start' ? 'start' : 'end';
  const number = parseNumber(text.replace(/^[+-]/, ''))?.value ?? NaN;
  const seconds = text.startsWith('-') ? -number : number;
  if (!(Math.abs(seconds) < 2 ** 63)) {
    throw refuse(source, `timestamp out of bounds for @ modifier: ${text}`, span);
  }
  return Math.round(seconds * 1000);
}

function isTimed(expr: Expr): expr is Timed {
  return expr.kind === 'selector' || expr.kind === 'range' || expr.kind === 'subquery';
}

function timingOf(expr: Timed): Timing {
  return expr.kind === 'range' ? expr.selector : expr;
}

function setTiming(expr: Timed, timing: Timing, span: Span): Timed {
  if (expr.kind !== 'range') return { ...expr, ...timing, span };
  return { ...expr, selector: { ...expr.selector, ...timing }, span };
}
