import type { LabelPool } from '../labels/label-pool.ts';
import { METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Span } from '../position.ts';
import { createBlock, PRESENT, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { keepMade } from './keep-made.ts';
import { numberLabels, type Numbered } from './number-labels.ts';
import { fail, type Run } from './run.ts';
import { targetCell } from './target-cell.ts';

/** Gives the labels that replace a row's, or null to leave them. */
export type Relabel = (pool: LabelPool, set: LabelSet) => LabelSet | null;

type Renamed = Numbered & { changed: readonly (LabelSet | null)[] };

/**
 * Compiles a change of the labels of each row; `label` is the one that is written. Rows that become one must not have
 * values at the same step: a `PromqlError`.
 */
export function compileRelabel(
  inner: CompiledVector['evaluate'],
  { label, span, relabel }: { label: string; span: Span; relabel: Relabel },
): CompiledVector {
  const rename = keepMade((pool, rows) => {
    const changed = rows.map((row) => relabel(pool, row));
    return { changed, ...numberLabels(rows.map((row, index) => changed[index] ?? row)) };
  });
  return {
    type: 'vector',
    evaluate: (run) => {
      const block = inner(run);
      const isNaming = label === METRIC_NAME;
      return move(run, block, { renamed: rename(run, block.labels), isNaming, span });
    },
  };
}

type Move = { renamed: Renamed; isNaming: boolean; span: Span };

function move(run: Run, from: Block, { renamed, isNaming, span }: Move): Block {
  const { steps } = run.grid;
  const block = createBlock(run, renamed.labels);
  for (let cell = 0; cell < from.flags.length; cell += 1) {
    const flag = from.flags[cell] ?? 0;
    if (flag === 0) continue;
    const target = targetCell(renamed.numbers, cell, steps);
    if (block.flags[target] !== 0) {
      throw fail(run, 'vector cannot contain metrics with the same labelset', span);
    }
    block.values[target] = from.values[cell] ?? NaN;
    // A name that was just written stays.
    block.flags[target] = isNaming && renamed.changed[Math.floor(cell / steps)] ? PRESENT : flag;
  }
  return block;
}
