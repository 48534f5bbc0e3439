import { createBlock } from '../engine/block.ts';
import type { Aggregator, Grouped } from './aggregator.ts';

/** How the samples of a group become one: `add` takes each, in the place of its group and step; `finish` gives it. */
export type Reducer = {
  add: (cell: number, value: number, isFirst: boolean) => void;
  finish: (cell: number) => number;
};

/** An operator that makes one sample of those of a group. `start` is told how many places there are. */
export function defineReducer(
  name: string,
  start: (size: number, param: Float64Array) => Reducer,
  parameter: Aggregator['parameter'] = null,
): Aggregator {
  return {
    name,
    parameter,
    reduce: (run, grouped) => {
      const result = createBlock(run, grouped.labels);
      const reducer = start(result.values.length, grouped.param);
      addAll(grouped, result.flags, reducer);
      for (let cell = 0; cell < result.values.length; cell += 1) {
        if (result.flags[cell] !== 0) result.values[cell] = reducer.finish(cell);
      }
      return result;
    },
  };
}

// A group's name goes when that of any of its samples does: flags are joined.
function addAll({ block, groups }: Grouped, seen: Uint8Array, { add }: Reducer): void {
  const { values, flags } = block;
  const steps = groups.length === 0 ? 0 : flags.length / groups.length;
  for (let row = 0; row < groups.length; row += 1) {
    const base = (groups[row] ?? 0) * steps;
    for (let step = 0; step < steps; step += 1) {
      const flag = flags[row * steps + step] ?? 0;
      if (flag === 0) continue;
      const before = seen[base + step] ?? 0;
      add(base + step, values[row * steps + step] ?? NaN, before === 0);
      seen[base + step] = before | flag;
    }
  }
}
