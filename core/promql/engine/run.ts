import type { Window } from '../columns/window.ts';
import type { Limits } from '../limits.ts';
import { toPosition, type Span } from '../position.ts';
import { PromqlError } from '../promql-error.ts';
import type { Notes } from './notes.ts';

/** The points in time of an evaluation: `startMs`, then each `stepMs`. */
export type Grid = { startMs: number; stepMs: number; steps: number };

/** One evaluation of a query, or of a subquery in it. */
export type Run = {
  text: string;
  window: Window;
  grid: Grid;
  /** What the whole query was asked for; its end need not be one of the steps. */
  query: { startMs: number; endMs: number };
  limits: Limits;
  /** Samples that may still be read or computed. */
  budget: { samples: number };
  notes: Notes;
};

/** Takes samples from the budget. Throws a `PromqlError` when there are not as many. */
export function spend(run: Run, samples: number): void {
  run.budget.samples -= samples;
  if (run.budget.samples < 0) {
    throw fail(run, 'query processing would load too many samples into memory');
  }
}

/** The error of an evaluation, in words as Prometheus has them; without a place it is that of the whole. */
export function fail(
  { text }: Pick<Run, 'text'>,
  message: string,
  span: Span = { start: 0, end: text.length },
): PromqlError {
  return new PromqlError(message, toPosition(text, span));
}

export function timeAt({ startMs, stepMs }: Grid, step: number): number {
  return startMs + step * stepMs;
}
