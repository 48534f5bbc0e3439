import type { RangeSource } from './compiled.ts';
import { resolveTiming } from './resolve-timing.ts';
import { timeAt, type Run } from './run.ts';

/** For each step the window, open to the left, and the places of the samples in it: from, not including to. */
export type RangeBounds = {
  starts: Float64Array;
  ends: Float64Array;
  from: Int32Array;
  to: Int32Array;
};

export function createBounds(run: Run, source: RangeSource): RangeBounds {
  const { steps } = run.grid;
  const { atMs, offsetMs } = resolveTiming(run, source.timing);
  const ends = new Float64Array(steps);
  for (let step = 0; step < steps; step += 1) {
    ends[step] = (atMs ?? timeAt(run.grid, step)) - offsetMs;
  }
  const starts = ends.map((endMs) => endMs - source.rangeMs);
  return { starts, ends, from: new Int32Array(steps), to: new Int32Array(steps) };
}

/** Finds the samples of each window in a column's times. */
export function findBounds({ starts, ends, from, to }: RangeBounds, times: Float64Array): void {
  let low = 0;
  let high = 0;
  for (let step = 0; step < ends.length; step += 1) {
    const startMs = starts[step] ?? 0;
    const endMs = ends[step] ?? 0;
    while (low < times.length && (times[low] ?? 0) <= startMs) low += 1;
    while (high < times.length && (times[high] ?? 0) <= endMs) high += 1;
    from[step] = low;
    to[step] = high;
  }
}
