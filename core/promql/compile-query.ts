import { parseExpression } from './parser/parse-expression.ts';
import type { Window } from './columns/window.ts';
import { compileExpression } from './engine/compile-expression.ts';
import type { Compiled } from './engine/compiled.ts';
import { collectMatrix, collectSamples, collectVector } from './engine/collect.ts';
import { createNotes } from './engine/notes.ts';
import { fail, type Grid, type Run } from './engine/run.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Expr, ValueType } from './parser/expression.ts';
import { nameType } from './engine/name-type.ts';
import type { InstantResult, RangeResult } from './result.ts';

type Span = { startMs: number; endMs: number; stepMs: number };

/** An expression that is compiled: it may be evaluated any number of times, each time over any window. */
export type Query = {
  text: string;
  expr: Expr;
  type: ValueType;
  /** Throws a `PromqlError` when the query fails. */
  evaluateInstant: (window: Window, atMs: number) => InstantResult;
  /** Evaluates at `startMs` and each step after it until `endMs`. Throws a `PromqlError` when the query fails. */
  evaluateRange: (window: Window, span: Span) => RangeResult;
};

/** Compiles an expression. Throws a `PromqlError` for what is none. */
export function compileQuery(text: string, limits: Partial<Limits> = {}): Query {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const expr = parseExpression(text, all);
  const compiled = compileExpression(text, expr, all);
  const start = (window: Window, query: Span): Run => {
    const source = { text, limits: all };
    const budget = { samples: all.samples };
    return { ...source, window, query, grid: toGrid(source, query), budget, notes: createNotes() };
  };
  return {
    text,
    expr,
    type: compiled.type,
    evaluateInstant: (window, atMs) => {
      const run = start(window, { startMs: atMs, endMs: atMs, stepMs: 1 });
      return { ...collectInstant(run, compiled), ...listNotes(run) };
    },
    evaluateRange: (window, span) => {
      const run = start(window, span);
      return { ...collectRange(run, compiled), ...listNotes(run) };
    },
  };
}

function collectInstant(run: Run, compiled: Compiled) {
  switch (compiled.type) {
    case 'string':
      return { type: compiled.type, value: compiled.value };
    case 'scalar':
      return { type: compiled.type, value: compiled.evaluate(run)[0] ?? NaN };
    case 'vector':
      return collectVector(run, compiled.evaluate(run));
    case 'matrix':
      return collectSamples(run, compiled.evaluate(run));
  }
}

function collectRange(run: Run, compiled: Compiled) {
  if (compiled.type === 'vector') return collectMatrix(run, compiled.evaluate(run));
  if (compiled.type === 'scalar') {
    const values = compiled.evaluate(run);
    const flags = new Uint8Array(values.length).fill(1);
    return collectMatrix(run, { labels: run.window.index.pool.bare, values, flags });
  }
  const type = nameType(compiled.type);
  const message = `invalid expression type "${type}" for range query, must be Scalar or instant Vector`;
  throw fail(run, message);
}

function toGrid(source: Pick<Run, 'text' | 'limits'>, { startMs, endMs, stepMs }: Span): Grid {
  if (!(stepMs > 0)) throw fail(source, 'zero or negative query resolution step');
  if (!(endMs >= startMs)) throw fail(source, 'end timestamp must not be before start time');
  const steps = Math.floor((endMs - startMs) / stepMs) + 1;
  const most = source.limits.steps;
  if (steps > most) throw fail(source, `exceeded the limit of ${most} steps`);
  return { startMs, stepMs, steps };
}

function listNotes({ notes }: Run) {
  return { warnings: [...notes.warnings], infos: [...notes.infos] };
}
