import { vectorArg } from '../engine/compiled.ts';
import { compileSelector, readTime } from '../engine/compile-selector.ts';
import { mapCells } from '../engine/map-cells.ts';
import { timeAt } from '../engine/run.ts';
import { unwrap } from '../parser/unwrap.ts';
import { defineFunction } from './promql-function.ts';

/** When, in seconds, the sample of a selector was taken; of anything that is computed, the time of the step. */
export const timestamp = defineFunction('timestamp', (call) => {
  const [arg] = call.call.args;
  const selector = arg && unwrap(arg);
  if (selector?.kind === 'selector') {
    const times = compileSelector(selector, readTime);
    return { type: 'vector', evaluate: (run) => mapCells(times(run), (seconds) => seconds) };
  }
  const vector = vectorArg(call, 0);
  return {
    type: 'vector',
    evaluate: (run) => {
      const { grid } = run;
      return mapCells(vector(run), (_, cell) => timeAt(grid, cell % grid.steps) / 1000);
    },
  };
});
