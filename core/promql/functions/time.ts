import { timeAt } from '../engine/run.ts';
import { defineFunction } from './promql-function.ts';

/** The time of the step in seconds since 1970. */
export const time = defineFunction(
  'time',
  () => ({
    type: 'scalar',
    evaluate: ({ grid }) =>
      Float64Array.from({ length: grid.steps }, (_, step) => timeAt(grid, step) / 1000),
  }),
  { parameters: [], returns: 'scalar' },
);
