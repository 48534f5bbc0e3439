import type { Expr } from '../parser/expression.ts';
import { absentLabels } from './absent-labels.ts';
import { createBlock, NAMELESS, type Block } from './block.ts';
import type { Run } from './run.ts';

/** 1 at each step where a block has no value, with the labels that the selector of `arg` asks for. */
export function absentBlock(run: Run, { flags }: Block, arg: Expr | undefined): Block {
  const block = createBlock(run, [absentLabels(run.window.index.pool, arg)]);
  block.values.fill(1);
  block.flags.fill(NAMELESS);
  for (let cell = 0; cell < flags.length; cell += 1) {
    if (flags[cell] !== 0) block.flags[cell % run.grid.steps] = 0;
  }
  return block;
}
