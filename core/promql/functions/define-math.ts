import { NAMELESS } from '../engine/block.ts';
import { vectorArg } from '../engine/compiled.ts';
import type { PromqlFunction } from './promql-function.ts';

/** A function of each value alone; the metric's name goes. */
export function defineMath(name: string, apply: (value: number) => number): PromqlFunction {
  return {
    name,
    parameters: ['vector'],
    variadic: 0,
    returns: 'vector',
    compile: (call) => {
      const vector = vectorArg(call, 0);
      return {
        type: 'vector',
        evaluate: (run) => {
          const block = vector(run);
          const { values, flags } = block;
          for (let cell = 0; cell < values.length; cell += 1) {
            if (flags[cell] === 0) continue;
            values[cell] = apply(values[cell] ?? NaN);
            flags[cell] = NAMELESS;
          }
          return block;
        },
      };
    },
  };
}
