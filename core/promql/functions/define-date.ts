import { createBlock, PRESENT } from '../engine/block.ts';
import { vectorArg, type CompiledVector } from '../engine/compiled.ts';
import { mapCells } from '../engine/map-cells.ts';
import { timeAt } from '../engine/run.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

/** A part of the date, in UTC, of values that are seconds since 1970; without an argument, of each step. */
export function defineDate(name: string, read: (date: Date) => number): PromqlFunction {
  return defineFunction(
    name,
    (call) => {
      const vector = call.args.length === 0 ? stepTimes : vectorArg(call, 0);
      return {
        type: 'vector',
        evaluate: (run) =>
          mapCells(vector(run), (value) => read(new Date(Math.trunc(value) * 1000))),
      };
    },
    { variadic: 1 },
  );
}

const stepTimes: CompiledVector['evaluate'] = (run) => {
  const block = createBlock(run, run.window.index.pool.bare);
  block.flags.fill(PRESENT);
  return mapCells(block, (_, step) => timeAt(run.grid, step) / 1000);
};
