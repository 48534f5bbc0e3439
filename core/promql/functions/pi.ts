import { defineFunction } from './promql-function.ts';

export const pi = defineFunction(
  { name: 'pi', parameters: [], variadic: 0, returns: 'scalar' },
  () => ({ type: 'scalar', evaluate: ({ grid }) => new Float64Array(grid.steps).fill(Math.PI) }),
);
