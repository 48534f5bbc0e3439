import { NAMELESS } from '../engine/block.ts';
import { scalarArg, vectorArg } from '../engine/compiled.ts';
import type { PromqlFunction } from './promql-function.ts';

type ScalarMath = {
  name: string;
  /** How many scalars follow the vector, how many of them may be left out, and what they are then. */
  scalars: number;
  optional?: number;
  missing?: number;
  /** Null gives no result. */
  apply: (value: number, first: number, second: number) => number | null;
};

/** A function of each value and of scalars; the metric's name goes. */
export function defineScalarMath(math: ScalarMath): PromqlFunction {
  const { name, scalars, optional = 0, missing = NaN, apply } = math;
  return {
    name,
    parameters: ['vector', ...Array<'scalar'>(scalars).fill('scalar')],
    variadic: optional,
    returns: 'vector',
    compile: (call) => {
      const vector = vectorArg(call, 0);
      const first = call.args.length > 1 ? scalarArg(call, 1) : null;
      const second = call.args.length > 2 ? scalarArg(call, 2) : null;
      return {
        type: 'vector',
        evaluate: (run) => {
          const block = vector(run);
          const firsts = first?.(run);
          const seconds = second?.(run);
          const { steps } = run.grid;
          for (let cell = 0; cell < block.values.length; cell += 1) {
            if (block.flags[cell] === 0) continue;
            const step = cell % steps;
            const value = block.values[cell] ?? NaN;
            const result = apply(value, firsts?.[step] ?? missing, seconds?.[step] ?? NaN);
            block.values[cell] = result ?? NaN;
            block.flags[cell] = result === null ? 0 : NAMELESS;
          }
          return block;
        },
      };
    },
  };
}
