import { scalarArg, vectorArg } from '../engine/compiled.ts';
import { mapCells } from '../engine/map-cells.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

/** How many scalars follow the vector, how many of them may be left out, and what they are then. */
type Scalars = { scalars?: number; optional?: number; missing?: number };

/** A function of each value, and of scalars; null gives no result. The metric's name goes. */
export function defineMath(
  name: string,
  apply: (value: number, first: number, second: number) => number | null,
  { scalars = 0, optional = 0, missing = NaN }: Scalars = {},
): PromqlFunction {
  return defineFunction(
    name,
    (call) => {
      const vector = vectorArg(call, 0);
      const others = call.args.slice(1).map((_, index) => scalarArg(call, index + 1));
      return {
        type: 'vector',
        evaluate: (run) => {
          const [firsts, seconds] = others.map((scalar) => scalar(run));
          const { steps } = run.grid;
          return mapCells(vector(run), (value, cell) => {
            const step = cell % steps;
            return apply(value, firsts?.[step] ?? missing, seconds?.[step] ?? missing);
          });
        },
      };
    },
    { parameters: ['vector', ...Array<'scalar'>(scalars).fill('scalar')], variadic: optional },
  );
}
