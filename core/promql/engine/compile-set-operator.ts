import type { LabelSet } from '../labels/label-set.ts';
import type { SetOperator } from '../operators/operator.ts';
import type { Matching } from '../parser/expression.ts';
import { createBlock, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { keepForSides, matchSignatures } from './match-signatures.ts';

type Operands = { left: CompiledVector; right: CompiledVector };

/** Compiles `and`, `or` and `unless`. The labels and values of the result are those of the samples that remain. */
export function compileSetOperator(
  operator: SetOperator,
  matching: Matching,
  operands: Operands,
): CompiledVector {
  const prepare = keepForSides((pool, sides) => ({
    signatures: matchSignatures(pool, matching, sides),
    rows: operator.keepsRight(false) ? unite(sides.left, sides.right) : null,
  }));
  return {
    type: 'vector',
    evaluate: (run) => {
      const left = operands.left.evaluate(run);
      const right = operands.right.evaluate(run);
      const sides = { left: left.labels, right: right.labels };
      const { signatures, rows } = prepare(run.window.index.pool, sides);
      const { steps } = run.grid;
      const size = { count: signatures.count, steps };
      const onLeft = markPresent(left, signatures.left, size);
      const onRight = markPresent(right, signatures.right, size);
      const block = rows ? createBlock(run, rows.labels) : left;
      const { keepsLeft, keepsRight } = operator;
      copyKept(left, block, { steps, groups: signatures.left, marks: onRight, keeps: keepsLeft });
      if (rows) {
        const { right: groups } = signatures;
        copyKept(right, block, { steps, groups, marks: onLeft, keeps: keepsRight, to: rows.right });
      }
      return block;
    },
  };
}

type United = { labels: readonly LabelSet[]; right: Int32Array };

/** The rows of both sides; a row of the right with the labels of one of the left is that row. */
function unite(left: readonly LabelSet[], right: readonly LabelSet[]): United {
  const rows = new Map<LabelSet, number>();
  const labels = [...left];
  for (const [row, set] of left.entries()) rows.set(set, row);
  const rowOf = (set: LabelSet) => {
    const known = rows.get(set);
    if (known !== undefined) return known;
    rows.set(set, labels.push(set) - 1);
    return labels.length - 1;
  };
  const rightRows = Int32Array.from(right, rowOf);
  return { labels, right: rightRows };
}

/** Which groups have a value, at each step: by group, then by step. */
function markPresent({ flags }: Block, groups: Int32Array, { count, steps }: Size): Uint8Array {
  const marks = new Uint8Array(count * steps);
  for (let row = 0; row < groups.length; row += 1) {
    const base = (groups[row] ?? 0) * steps;
    for (let step = 0; step < steps; step += 1) {
      if (flags[row * steps + step] !== 0) marks[base + step] = 1;
    }
  }
  return marks;
}

type Size = { count: number; steps: number };

type Kept = {
  steps: number;
  groups: Int32Array;
  marks: Uint8Array;
  keeps: (isMatched: boolean) => boolean;
  to?: Int32Array;
};

function copyKept(from: Block, into: Block, { steps, groups, marks, keeps, to }: Kept): void {
  for (let row = 0; row < groups.length; row += 1) {
    const base = (groups[row] ?? 0) * steps;
    const target = (to?.[row] ?? row) * steps;
    for (let step = 0; step < steps; step += 1) {
      const flag = from.flags[row * steps + step] ?? 0;
      const isKept = flag !== 0 && keeps(marks[base + step] === 1);
      if (isKept) {
        into.values[target + step] = from.values[row * steps + step] ?? NaN;
        into.flags[target + step] = flag;
      } else if (from === into) {
        into.flags[target + step] = 0;
      }
    }
  }
}
