import { NAMELESS, PRESENT, createBlock, type Block } from '../engine/block.ts';
import { asType, scalarArg, type RangeSource } from '../engine/compiled.ts';
import { createBounds, findBounds, type RangeBounds } from '../engine/range-bounds.ts';
import { spend, timeAt, type Run } from '../engine/run.ts';
import type { Call, ValueType } from '../parser/expression.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

/**
 * The samples of one series in one window: those of `times` (ms) and `values` at the places from `from` up to, not
 * including, `to`. The object is used again for the next window.
 */
export type Samples = {
  times: Float64Array;
  values: Float64Array;
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

type RangeFunction = {
  parameters?: readonly ValueType[];
  /** With fewer samples there is no result. */
  minSamples?: number;
  keepsName?: boolean;
  /** Makes what looks at the results of one call, and may leave notes or refuse. */
  createInspect?: () => (run: Run, result: RangeResult) => void;
};

export type RangeResult = { call: Call; scalars: readonly Float64Array[]; block: Block };

/** A function of the samples of each series in a window; the metric's name goes unless it says otherwise. */
export function defineRange(
  name: string,
  apply: (samples: Samples) => number,
  options: RangeFunction = {},
): PromqlFunction {
  const { parameters = ['matrix'], minSamples = 1, keepsName = false, createInspect } = options;
  return defineFunction(
    name,
    (call) => {
      const matrix = asType(call.args[parameters.indexOf('matrix')], 'matrix').evaluate;
      const scalarArgs = parameters.flatMap((type, index) =>
        type === 'scalar' ? [scalarArg(call, index)] : [],
      );
      const inspect = createInspect?.();
      return {
        type: 'vector',
        evaluate: (run) => {
          const scalars = scalarArgs.map((scalar) => scalar(run));
          const source = matrix(run);
          const block = applyRange(run, source, { apply, scalars, minSamples, keepsName });
          inspect?.(run, { call: call.call, scalars, block });
          return block;
        },
      };
    },
    { parameters },
  );
}

type Applied = {
  apply: (samples: Samples) => number;
  scalars: readonly Float64Array[];
  minSamples: number;
  keepsName: boolean;
};

function applyRange(run: Run, source: RangeSource, applied: Applied): Block {
  const block = createBlock(run, source.labels);
  const bounds = createBounds(run, source);
  const none = new Float64Array();
  const args = new Float64Array(applied.scalars.length);
  const samples: Samples = {
    times: none,
    values: none,
    from: 0,
    to: 0,
    startMs: 0,
    endMs: 0,
    nowMs: 0,
    args,
  };
  let times: Float64Array | null = null;
  for (let row = 0; row < source.columns.length; row += 1) {
    const column = source.columns[row];
    if (!column) continue;
    if (column.times !== times) {
      times = column.times;
      findBounds(bounds, times);
    }
    samples.times = times;
    samples.values = column.values;
    applyRow(run, { samples, bounds, block, row, drops: column.drops }, applied);
  }
  return block;
}

type Row = {
  samples: Samples;
  bounds: RangeBounds;
  block: Block;
  row: number;
  drops: Uint8Array | null;
};

function applyRow(run: Run, row: Row, { apply, scalars, minSamples, keepsName }: Applied): void {
  const { samples, bounds, block, drops } = row;
  const { steps } = run.grid;
  let read = 0;
  for (let step = 0; step < steps; step += 1) {
    const from = bounds.from[step] ?? 0;
    const to = bounds.to[step] ?? 0;
    if (to - from < minSamples) continue;
    read += to - from;
    samples.from = from;
    samples.to = to;
    samples.startMs = bounds.starts[step] ?? 0;
    samples.endMs = bounds.ends[step] ?? 0;
    samples.nowMs = timeAt(run.grid, step);
    for (let index = 0; index < scalars.length; index += 1) {
      samples.args[index] = scalars[index]?.[step] ?? NaN;
    }
    const cell = row.row * steps + step;
    block.values[cell] = apply(samples);
    block.flags[cell] = keepsName && drops?.[to - 1] !== 1 ? PRESENT : NAMELESS;
  }
  spend(run, read);
}
