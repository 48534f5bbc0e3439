import type { Window } from './columns/window.ts';
import { compileExpression } from './engine/compile-expression.ts';
import type { Compiled } from './engine/compiled.ts';
import { collectMatrix, collectSamples, collectScalar, collectVector } from './engine/collect.ts';
import { createNotes } from './engine/notes.ts';
import { fail, type Grid, type Run } from './engine/run.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Expr, ValueType } from './parser/expression.ts';
import { parseExpression } from './parser/parse-expression.ts';
import { nameType } from './parser/type-of.ts';
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
  const source = { text, limits: all, compiled };
  return {
    text,
    expr,
    type: compiled.type,
    evaluateInstant: (window, atMs) => evaluateInstant(source, window, atMs),
    evaluateRange: (window, span) => evaluateRange(source, window, span),
  };
}

type Source = { text: string; limits: Limits; compiled: Compiled };

function evaluateInstant(source: Source, window: Window, atMs: number): InstantResult {
  const { compiled } = source;
  const run = startRun(source, window, { startMs: atMs, endMs: atMs, stepMs: 1 });
  switch (compiled.type) {
    case 'string':
      return { type: 'string', value: compiled.value, warnings: [], infos: [] };
    case 'scalar':
      return { ...collectScalar(compiled.evaluate(run)), ...listNotes(run) };
    case 'vector':
      return { ...collectVector(run, compiled.evaluate(run)), ...listNotes(run) };
    case 'matrix':
      return { ...collectSamples(run, compiled.evaluate(run)), ...listNotes(run) };
  }
}

function evaluateRange(source: Source, window: Window, span: Span): RangeResult {
  const { compiled } = source;
  const run = startRun(source, window, span);
  switch (compiled.type) {
    case 'scalar': {
      const values = compiled.evaluate(run);
      const flags = new Uint8Array(values.length).fill(1);
      const block = { labels: window.index.pool.bare, values, flags };
      return { ...collectMatrix(run, block), ...listNotes(run) };
    }
    case 'vector':
      return { ...collectMatrix(run, compiled.evaluate(run)), ...listNotes(run) };
    case 'string':
    case 'matrix': {
      const message = `invalid expression type "${nameType(compiled.type)}" for range query, must be Scalar or instant Vector`;
      throw fail(source, message, { start: 0, end: source.text.length });
    }
  }
}

function toGrid({ text, limits }: Source, { startMs, endMs, stepMs }: Span): Grid {
  const place = { start: 0, end: text.length };
  if (!(stepMs > 0)) throw fail({ text }, 'zero or negative query resolution step', place);
  if (!(endMs >= startMs))
    throw fail({ text }, 'end timestamp must not be before start time', place);
  const steps = Math.floor((endMs - startMs) / stepMs) + 1;
  if (steps <= limits.steps) return { startMs, stepMs, steps };
  throw fail({ text }, `exceeded the limit of ${limits.steps} steps`, place);
}

function startRun(source: Source, window: Window, query: Span): Run {
  const { text, limits } = source;
  return {
    text,
    window,
    limits,
    query,
    grid: toGrid(source, query),
    budget: { samples: limits.samples },
    notes: createNotes(),
  };
}

function listNotes({ notes }: Run) {
  return { warnings: [...notes.warnings], infos: [...notes.infos] };
}
