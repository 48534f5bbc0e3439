import { createBlock, NAMELESS } from '../engine/block.ts';
import type { CompiledVector } from '../engine/compiled.ts';
import { vectorArg } from '../engine/compiled.ts';
import { timeAt } from '../engine/run.ts';
import type { PromqlFunction } from './promql-function.ts';

/** A part of the date, in UTC, of values that are seconds since 1970; without an argument, of each step. */
export function defineDate(name: string, read: (date: Date) => number): PromqlFunction {
  return {
    name,
    parameters: ['vector'],
    variadic: 1,
    returns: 'vector',
    compile: (call) => {
      const vector = call.args.length === 0 ? stepTimes : vectorArg(call, 0);
      return {
        type: 'vector',
        evaluate: (run) => {
          const block = vector(run);
          const { values, flags } = block;
          for (let cell = 0; cell < values.length; cell += 1) {
            if (flags[cell] === 0) continue;
            values[cell] = read(new Date(Math.trunc(values[cell] ?? NaN) * 1000));
            flags[cell] = NAMELESS;
          }
          return block;
        },
      };
    },
  };
}

const stepTimes: CompiledVector['evaluate'] = (run) => {
  const block = createBlock(run, run.window.index.pool.bare);
  for (let step = 0; step < run.grid.steps; step += 1) {
    block.values[step] = Math.trunc(timeAt(run.grid, step) / 1000);
    block.flags[step] = NAMELESS;
  }
  return block;
};
