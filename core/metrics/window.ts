import type { Labels } from './labels.ts';

/**
 * The samples of one series, times in milliseconds and rising. `stale` is 1 where the series ended: its value there is
 * NaN. Null: it never did. Series that are in the same frames share their times.
 */
export type Column = { times: Float64Array; values: Float64Array; stale: Uint8Array | null };

/** What is known of a stretch of time, as typed columns. */
export type MetricWindow = {
  /** Labels with `__name__`, and the column of each series at the same place. */
  labels: readonly Labels[];
  columns: readonly Column[];
  /** Slots that have a frame, rising, and those that should have one and have none: nothing is known of them. */
  slots: readonly number[];
  missing: readonly number[];
};
