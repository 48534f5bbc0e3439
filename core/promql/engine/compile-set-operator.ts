import type { SetOperator } from '../operators/operator.ts';
import type { Matching } from '../parser/expression.ts';
import { createBlock, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { keepMade } from './keep-made.ts';
import { matchSignatures } from './match-signatures.ts';
import { numberLabels } from './number-labels.ts';
import type { Run } from './run.ts';
import { targetCell } from './target-cell.ts';

type Operands = { left: CompiledVector; right: CompiledVector };

/** Compiles `and`, `or` and `unless`. The labels and values of the result are those of the samples that remain. */
export function compileSetOperator(
  { keepsLeft, keepsRight }: SetOperator,
  matching: Matching,
  operands: Operands,
): CompiledVector {
  const prepare = keepMade((pool, left, right) => ({
    ...matchSignatures(pool, matching, { left, right }),
    // A row of the right with the labels of one of the left is that row.
    rows: numberLabels([...left, ...right]),
  }));
  return {
    type: 'vector',
    evaluate: (run) => {
      const left = operands.left.evaluate(run);
      const right = operands.right.evaluate(run);
      const { rows, count, ...groups } = prepare(run, left.labels, right.labels);
      const onLeft = markGroups(run, { block: left, groups: groups.left, count });
      const onRight = markGroups(run, { block: right, groups: groups.right, count });
      const result = createBlock(run, rows.labels);
      const ours = { groups: groups.left, marks: onRight, keeps: keepsLeft };
      copyKept(left, result, { ...ours, rows: rows.numbers });
      const theirs = { groups: groups.right, marks: onLeft, keeps: keepsRight };
      copyKept(right, result, { ...theirs, rows: rows.numbers.subarray(left.labels.length) });
      return result;
    },
  };
}

type Grouped = { block: Block; groups: Int32Array; count: number };

/** Which groups have a value, at each step: by group, then by step. */
function markGroups({ grid: { steps } }: Run, { block, groups, count }: Grouped): Uint8Array {
  const marks = new Uint8Array(count * steps);
  for (const [cell, flag] of block.flags.entries()) {
    if (flag !== 0) marks[targetCell(groups, cell, steps)] = 1;
  }
  return marks;
}

type Kept = {
  groups: Int32Array;
  marks: Uint8Array;
  keeps: (isMatched: boolean) => boolean;
  rows: Int32Array;
};

function copyKept({ labels, values, flags }: Block, into: Block, kept: Kept): void {
  const steps = flags.length / labels.length;
  for (const [cell, flag] of flags.entries()) {
    const mark = kept.marks[targetCell(kept.groups, cell, steps)];
    if (flag === 0 || !kept.keeps(mark === 1)) continue;
    const target = targetCell(kept.rows, cell, steps);
    into.values[target] = values[cell] ?? NaN;
    into.flags[target] = flag;
  }
}
