import type { Block } from '../engine/block.ts';
import { stringArg, vectorArg } from '../engine/compiled.ts';
import { note } from '../engine/notes.ts';
import { pickRows } from '../engine/pick-rows.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

const INEFFECTIVE =
  'sort is ineffective for range queries since results are always ordered by labels';

/** The order of two rows of a block at a single step. */
export type CompareRows = (block: Block, a: number, b: number) => number;

type Sort = {
  name: string;
  takesLabels: boolean;
  compare: (labels: readonly string[]) => CompareRows;
};

/** A function that puts the samples of an instant query in order; equals stay in theirs. A range query has none. */
export function defineSort({ name, takesLabels, compare }: Sort): PromqlFunction {
  return defineFunction(
    name,
    (call) => {
      const vector = vectorArg(call, 0);
      const compareRows = compare(call.args.slice(1).map((_, index) => stringArg(call, index + 1)));
      return {
        type: 'vector',
        evaluate: (run) => {
          const block = vector(run);
          if (run.grid.steps !== 1) {
            note(run, { kind: 'warnings', message: INEFFECTIVE, span: call.call.span });
            return block;
          }
          const rows = [...block.flags.keys()].filter((row) => block.flags[row] !== 0);
          return pickRows(
            run,
            block,
            rows.toSorted((a, b) => compareRows(block, a, b)),
          );
        },
      };
    },
    takesLabels ? { parameters: ['vector', 'string'], variadic: -1 } : {},
  );
}
