import { createBlock, type Block } from './block.ts';
import type { Run } from './run.ts';

/**
 * Keeps the cells that are listed. At a single step they become the rows, in the order of the list, as an instant query
 * gives them; of more steps the rows stay what they are.
 */
export function pickRows(run: Run, block: Block, cells: readonly number[]): Block {
  return run.grid.steps === 1 ? reorderRows(run, block, cells) : keepCells(block, cells);
}

function reorderRows(run: Run, block: Block, rows: readonly number[]): Block {
  const { empty } = run.window.index.pool;
  const picked = createBlock(
    run,
    rows.map((row) => block.labels[row] ?? empty),
  );
  for (const [to, row] of rows.entries()) {
    picked.values[to] = block.values[row] ?? NaN;
    picked.flags[to] = block.flags[row] ?? 0;
  }
  return picked;
}

function keepCells(block: Block, cells: readonly number[]): Block {
  const flags = block.flags.slice();
  block.flags.fill(0);
  for (const cell of cells) block.flags[cell] = flags[cell] ?? 0;
  return block;
}
