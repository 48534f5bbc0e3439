import type { BarState } from './state.ts';

/** Neighbouring bars in one state: from the first bar up to, not including, the bar `to`. */
export type Run = { state: BarState; from: number; to: number };

export function findRuns(bars: readonly BarState[]): Run[] {
  const starts = bars.flatMap((state, index) =>
    state === bars[index - 1] ? [] : [{ state, index }],
  );
  return starts.map(({ state, index }, position) => ({
    state,
    from: index,
    to: starts[position + 1]?.index ?? bars.length,
  }));
}
