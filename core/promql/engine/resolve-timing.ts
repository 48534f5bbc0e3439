import type { Timing } from '../parser/expression.ts';
import type { Run } from './run.ts';

/** What a selector looks at instead of the step itself: a fixed time, or null, and how far back from it. */
export function resolveTiming(
  run: Run,
  { at, offsetMs }: Timing,
): {
  atMs: number | null;
  offsetMs: number;
} {
  if (at === 'start') return { atMs: run.query.startMs, offsetMs };
  if (at === 'end') return { atMs: run.query.endMs, offsetMs };
  return { atMs: at, offsetMs };
}
