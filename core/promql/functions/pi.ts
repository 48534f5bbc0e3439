import { defineFunction } from './promql-function.ts';

export const pi = defineFunction(
  'pi',
  () => ({ type: 'scalar', evaluate: ({ grid }) => new Float64Array(grid.steps).fill(Math.PI) }),
  { parameters: [], returns: 'scalar' },
);
