import type { Run } from '../engine/run.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

/** A scalar, in seconds, that depends on what times the whole query asks for; `readMs` gives it in milliseconds. */
export function defineQueryTime(
  name: string,
  readMs: (query: Run['query']) => number,
): PromqlFunction {
  return defineFunction(
    name,
    () => ({
      type: 'scalar',
      evaluate: ({ query, grid }) => new Float64Array(grid.steps).fill(readMs(query) / 1000),
    }),
    { parameters: [], returns: 'scalar' },
  );
}
