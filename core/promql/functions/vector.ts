import { createBlock, PRESENT } from '../engine/block.ts';
import { scalarArg } from '../engine/compiled.ts';
import { defineFunction } from './promql-function.ts';

/** A scalar as a sample without labels. */
export const vector = defineFunction(
  'vector',
  (call) => {
    const scalar = scalarArg(call, 0);
    return {
      type: 'vector',
      evaluate: (run) => {
        const block = createBlock(run, run.window.index.pool.bare);
        block.values.set(scalar(run));
        block.flags.fill(PRESENT);
        return block;
      },
    };
  },
  { parameters: ['scalar'] },
);
