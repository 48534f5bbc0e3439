import { createBlock, NAMELESS, PRESENT, type Block } from './block.ts';
import type { RangeSource } from './compiled.ts';
import { createBounds, findBounds } from './range-bounds.ts';
import { spend, timeAt, type Run } from './run.ts';

/**
 * The samples of one series in one window: those of `times` (ms) and `values` at the places from `from` up to, not
 * including, `to`. The object is used again for the next window.
 */
export type Samples = {
  times: Float64Array;
  values: Float64Array;
  stale: Uint8Array | null;
  from: number;
  to: number;
  /** The window: after `startMs`, until `endMs`. */
  startMs: number;
  endMs: number;
  /** The time of the step, which with `@` or `offset` is not the end of the window. */
  nowMs: number;
  /** The scalar arguments. */
  args: Float64Array;
};

type Applied = {
  /** Null gives no result. */
  apply: (samples: Samples) => number | null;
  scalars: readonly Float64Array[];
  /** With fewer samples there is no result. */
  minSamples: number;
  keepsName: boolean;
};

/** Applies a function to the samples of each series in the window of each step. */
export function applyRange(run: Run, source: RangeSource, applied: Applied): Block {
  const { scalars, minSamples, keepsName } = applied;
  const { steps } = run.grid;
  const block = createBlock(run, source.labels);
  const bounds = createBounds(run, source);
  const args = new Float64Array(scalars.length);
  const place = { from: 0, to: 0, startMs: 0, endMs: 0, nowMs: 0, args };
  const samples: Samples = { times: args, values: args, stale: null, ...place };
  for (let row = 0; row < source.columns.length; row += 1) {
    const column = source.columns[row];
    if (!column) continue;
    // Series may have one array of times.
    if (column.times !== samples.times) findBounds(bounds, column.times);
    samples.times = column.times;
    samples.values = column.values;
    samples.stale = column.stale;
    for (let step = 0; step < steps; step += 1) {
      samples.from = bounds.from[step] ?? 0;
      samples.to = bounds.to[step] ?? 0;
      if (samples.to - samples.from < minSamples) continue;
      samples.startMs = bounds.starts[step] ?? 0;
      samples.endMs = bounds.ends[step] ?? 0;
      samples.nowMs = timeAt(run.grid, step);
      for (let index = 0; index < args.length; index += 1)
        args[index] = scalars[index]?.[step] ?? NaN;
      const result = applied.apply(samples);
      if (result === null) continue;
      block.values[row * steps + step] = result;
      const isKept = keepsName && column.drops?.[samples.to - 1] !== 1;
      block.flags[row * steps + step] = isKept ? PRESENT : NAMELESS;
      spend(run, samples.to - samples.from);
    }
  }
  return block;
}
