import { fromSeries, type Series } from './columns/from-series.ts';
import { compileQuery, type Query } from './compile-query.ts';
import type { InstantResult, RangeResult } from './result.ts';

/** Evaluates an expression at one time, in milliseconds, over series. Throws a `PromqlError` when it fails. */
export function evaluateInstant(
  expr: string | Query,
  series: readonly Series[],
  atMs: number,
): InstantResult {
  return toQuery(expr).evaluateInstant(fromSeries(series), atMs);
}

/**
 * Evaluates an expression at `startMs` and each `stepMs` after it until `endMs`, over series; times are in milliseconds.
 * Throws a `PromqlError` when it fails.
 */
// The five are those of every range query, in their order.
// oxlint-disable-next-line max-params
export function evaluateRange(
  expr: string | Query,
  series: readonly Series[],
  startMs: number,
  endMs: number,
  stepMs: number,
): RangeResult {
  return toQuery(expr).evaluateRange(fromSeries(series), { startMs, endMs, stepMs });
}

function toQuery(expr: string | Query): Query {
  return typeof expr === 'string' ? compileQuery(expr) : expr;
}
