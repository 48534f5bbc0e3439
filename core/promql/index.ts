export { compileQuery, type Query } from './compile-query.ts';
export { createColumn, type Column } from './columns/column.ts';
export { STALE, fromSeries, type SampleValue, type Series } from './columns/from-series.ts';
export { createSeriesIndex, type SeriesIndex } from './columns/series-index.ts';
export type { Window } from './columns/window.ts';
export { evaluateInstant, evaluateRange } from './evaluate.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export { PromqlError } from './promql-error.ts';
export type { InstantResult, RangeResult } from './result.ts';
