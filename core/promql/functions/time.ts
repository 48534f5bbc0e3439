import { timeAt } from '../engine/run.ts';
import { defineFunction } from './promql-function.ts';

/** The time of the step in seconds since 1970. */
export const time = defineFunction(
  { name: 'time', parameters: [], variadic: 0, returns: 'scalar' },
  () => ({
    type: 'scalar',
    evaluate: ({ grid }) =>
      Float64Array.from({ length: grid.steps }, (_, step) => timeAt(grid, step) / 1000),
  }),
);
