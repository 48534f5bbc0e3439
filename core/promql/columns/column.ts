/**
 * The samples of a series, times in milliseconds and rising. `stale` marks where the series ended; `drops` marks samples
 * whose metric's name is to go, in what a subquery computed. Series may share one array of times: that makes them cheap.
 */
export type Column = {
  times: Float64Array;
  values: Float64Array;
  stale: Uint8Array | null;
  drops?: Uint8Array | null;
};

export function createColumn(times: Float64Array, values: Float64Array): Column {
  return { times, values, stale: null, drops: null };
}

/** The column without its markers of staleness: a range passes over them. */
export function withoutStale(column: Column): Column {
  const { times, values, stale } = column;
  if (!stale) return column;
  const isKept = (_: number, index: number) => stale[index] !== 1;
  return createColumn(times.filter(isKept), values.filter(isKept));
}
