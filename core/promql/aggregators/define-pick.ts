import { createBlock, type Block } from '../engine/block.ts';
import { pickRows } from '../engine/pick-rows.ts';
import { fail, type Run } from '../engine/run.ts';
import { defineAggregator, type Aggregator, type Grouped } from './aggregator.ts';

const INT64_END = 2 ** 63;

/** The first `k` samples of each group in an order of values; NaN comes last, and equals in the order of the rows. */
export function definePick(name: string, isBefore: (a: number, b: number) => boolean): Aggregator {
  return defineAggregator(name, 'scalar', (run, grouped) => {
    const { block, param } = grouped;
    if (param.every((size) => size < 1)) return createBlock(run, []);
    checkSizes(run, grouped);
    const order: number[] = [];
    for (let step = 0; step < run.grid.steps; step += 1) {
      const size = Math.trunc(param[step] ?? 0);
      if (size < 1) continue;
      const cells = listCells(grouped, { step, steps: run.grid.steps });
      for (const group of cells) order.push(...pickFirst(group, block, { size, isBefore }));
    }
    return pickRows(run, block, order);
  });
}

function checkSizes(run: Run, { node, param }: Grouped): void {
  const span = node.param?.span ?? node.span;
  if (param.some(Number.isNaN)) throw fail(run, 'Parameter value is NaN', span);
  const over = param.find((size) => Math.abs(size) >= INT64_END);
  if (over === undefined) return;
  const side = over < 0 ? 'underflows' : 'overflows';
  throw fail(run, `Scalar value ${over} ${side} int64`, span);
}

/** The cells of each group that have a value at a step. */
function listCells(
  { block, groups, labels }: Grouped,
  { step, steps }: { step: number; steps: number },
): number[][] {
  const cells = labels.map((): number[] => []);
  for (let row = 0; row < groups.length; row += 1) {
    const cell = row * steps + step;
    if (block.flags[cell] !== 0) cells[groups[row] ?? -1]?.push(cell);
  }
  return cells;
}

type Wanted = { size: number; isBefore: (a: number, b: number) => boolean };

function pickFirst(cells: number[], { values }: Block, { size, isBefore }: Wanted): number[] {
  const compare = (a: number, b: number) => {
    const ours = values[a] ?? NaN;
    const theirs = values[b] ?? NaN;
    if (Number.isNaN(ours) || Number.isNaN(theirs)) {
      return Number(Number.isNaN(ours)) - Number(Number.isNaN(theirs));
    }
    return Number(isBefore(theirs, ours)) - Number(isBefore(ours, theirs));
  };
  return cells.toSorted(compare).slice(0, size);
}
