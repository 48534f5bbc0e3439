import { vectorArg } from '../engine/compiled.ts';
import { note } from '../engine/notes.ts';
import { pickRows } from '../engine/pick-rows.ts';
import { compareValues } from '../engine/compare-values.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

const INEFFECTIVE =
  'sort is ineffective for range queries since results are always ordered by labels';

/** A function that puts the samples of an instant query in order; equals stay in theirs. A range query has none. */
export function defineSort(name: string, direction: 1 | -1): PromqlFunction {
  return defineFunction(name, (call) => {
    const vector = vectorArg(call, 0);
    return {
      type: 'vector',
      evaluate: (run) => {
        const block = vector(run);
        if (run.grid.steps !== 1) {
          note(run, { kind: 'warnings', message: INEFFECTIVE, span: call.call.span });
          return block;
        }
        const rows = [...block.flags.keys()].filter((row) => block.flags[row] !== 0);
        return pickRows(run, block, rows.toSorted(compareValues(block.values, direction)));
      },
    };
  });
}
