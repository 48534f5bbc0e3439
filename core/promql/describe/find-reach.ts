import { DEFAULT_LIMITS } from '../limits.ts';
import type { Expr, Timing } from '../parser/expression.ts';
import { listParts } from './list-parts.ts';

/**
 * How far back from the time of its evaluation an expression looks for samples, in milliseconds: ranges, offsets and
 * lookback, the longest of all ways. Infinite where a time is fixed by `@`; 0 where nothing is selected.
 */
export function findReach(expr: Expr, lookbackMs = DEFAULT_LIMITS.lookbackMs): number {
  switch (expr.kind) {
    case 'selector':
      return lookbackMs + shiftOf(expr);
    case 'range':
      return expr.rangeMs + shiftOf(expr.selector);
    case 'subquery': {
      const inner = findReach(expr.expr, lookbackMs);
      return inner === 0 ? 0 : Math.max(0, expr.rangeMs + shiftOf(expr) + inner);
    }
    default:
      return Math.max(0, ...listParts(expr).map((part) => findReach(part, lookbackMs)));
  }
}

function shiftOf({ at, offsetMs }: Timing): number {
  return at === null ? offsetMs : Infinity;
}
