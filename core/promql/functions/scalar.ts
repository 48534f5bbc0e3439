import { vectorArg } from '../engine/compiled.ts';
import { defineFunction } from './promql-function.ts';

/** The value of a vector of one sample; NaN where there are none or more. */
export const scalar = defineFunction(
  'scalar',
  (call) => {
    const vector = vectorArg(call, 0);
    return {
      type: 'scalar',
      evaluate: (run) => {
        const { values, flags } = vector(run);
        const { steps } = run.grid;
        const counts = new Uint8Array(steps);
        const result = new Float64Array(steps).fill(NaN);
        for (let cell = 0; cell < values.length; cell += 1) {
          if (flags[cell] === 0) continue;
          const step = cell % steps;
          result[step] = counts[step] === 0 ? (values[cell] ?? NaN) : NaN;
          counts[step] = 1;
        }
        return result;
      },
    };
  },
  { returns: 'scalar' },
);
