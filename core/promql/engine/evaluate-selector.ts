import type { Column } from '../columns/column.ts';
import type { VectorSelector } from '../parser/expression.ts';
import { createBlock, PRESENT, type Block } from './block.ts';
import { countUntil } from './count-until.ts';
import { resolveTiming } from './resolve-timing.ts';
import { timeAt, type Run } from './run.ts';
import { createSelect } from './select-series.ts';

type Read = (column: Column, position: number) => number;

/**
 * Compiles an instant selector: of each series the newest sample that is younger than the lookback, unless that is a
 * marker of staleness. `read` says what of the sample becomes the value.
 */
export function compileSelector(selector: VectorSelector, read: Read): (run: Run) => Block {
  const select = createSelect(selector.matchers);
  return (run) => {
    const { labels, ids } = select(run.window.index);
    const block = createBlock(run, labels);
    const positions = new Int32Array(run.grid.steps);
    let times: Float64Array | null = null;
    for (let row = 0; row < ids.length; row += 1) {
      const column = run.window.columns[ids[row] ?? -1];
      if (!column) continue;
      if (column.times !== times) {
        times = column.times;
        locate(run, selector, { times, positions });
      }
      fillRow(block, row * positions.length, { column, positions, read });
    }
    return block;
  };
}

export function readValue({ values }: Column, position: number): number {
  return values[position] ?? NaN;
}

/** The time of a sample in seconds, for `timestamp`. */
export function readTime({ times }: Column, position: number): number {
  return (times[position] ?? NaN) / 1000;
}

type Located = { column: Column; positions: Int32Array; read: Read };

function fillRow(block: Block, base: number, { column, positions, read }: Located): void {
  const { stale } = column;
  for (let step = 0; step < positions.length; step += 1) {
    const position = positions[step] ?? -1;
    if (position < 0 || stale?.[position] === 1) continue;
    block.values[base + step] = read(column, position);
    block.flags[base + step] = PRESENT;
  }
}

type Found = { times: Float64Array; positions: Int32Array };

/** The place of the sample of each step, -1 without one. */
function locate(run: Run, selector: VectorSelector, { times, positions }: Found): void {
  const { atMs, offsetMs } = resolveTiming(run, selector);
  let count = countUntil(times, (atMs ?? run.grid.startMs) - offsetMs);
  for (let step = 0; step < positions.length; step += 1) {
    const timeMs = (atMs ?? timeAt(run.grid, step)) - offsetMs;
    while (count < times.length && (times[count] ?? Infinity) <= timeMs) count += 1;
    const isYoung = count > 0 && (times[count - 1] ?? 0) > timeMs - run.limits.lookbackMs;
    positions[step] = isYoung ? count - 1 : -1;
  }
}
