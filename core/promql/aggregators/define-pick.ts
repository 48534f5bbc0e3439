import { createBlock } from '../engine/block.ts';
import { compareValues } from '../engine/compare-values.ts';
import { pickRows } from '../engine/pick-rows.ts';
import { fail, type Run } from '../engine/run.ts';
import { targetCell } from '../engine/target-cell.ts';
import { defineAggregator, type Aggregator, type Grouped } from './aggregator.ts';

/** The first `k` samples of each group by value, rising for 1, falling for -1; equals in the order of the rows. */
export function definePick(name: string, direction: 1 | -1): Aggregator {
  return defineAggregator(name, 'scalar', (run, grouped) => {
    const { block, param } = grouped;
    if (param.every((size) => size < 1)) return createBlock(run, []);
    checkSizes(run, grouped);
    const compare = compareValues(block.values, direction);
    const picked = listCells(grouped, run.grid.steps).flatMap((cells, place) => {
      const size = Math.max(0, Math.trunc(param[place % param.length] ?? 0));
      return cells.toSorted(compare).slice(0, size);
    });
    return pickRows(run, block, picked);
  });
}

function checkSizes(run: Run, { node, param }: Grouped): void {
  const span = node.param?.span ?? node.span;
  if (param.some(Number.isNaN)) throw fail(run, 'Parameter value is NaN', span);
  const over = param.find((size) => Math.abs(size) >= 2 ** 63);
  if (over !== undefined) throw fail(run, `Scalar value ${over} overflows int64`, span);
}

/** The cells that have a value, of each group at each step. */
function listCells({ block, groups, labels }: Grouped, steps: number): number[][] {
  const cells = Array.from({ length: labels.length * steps }, (): number[] => []);
  for (const [cell, flag] of block.flags.entries()) {
    if (flag !== 0) cells[targetCell(groups, cell, steps)]?.push(cell);
  }
  return cells;
}
