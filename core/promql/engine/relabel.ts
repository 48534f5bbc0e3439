import type { LabelPool } from '../labels/label-pool.ts';
import { METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Span } from '../position.ts';
import { createBlock, PRESENT, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { fail, type Run } from './run.ts';

/** Gives the labels that replace a row's, or null to leave them. */
export type Relabel = (pool: LabelPool, set: LabelSet) => LabelSet | null;

type Renamed = { labels: readonly LabelSet[]; targets: Int32Array; isNamed: Uint8Array };

/**
 * Compiles a change of the labels of each row; `label` is the one that is written. Rows that become one must not have
 * values at the same step: a `PromqlError`.
 */
export function compileRelabel(
  inner: CompiledVector['evaluate'],
  { label, span, relabel }: { label: string; span: Span; relabel: Relabel },
): CompiledVector {
  let known: { rows: readonly LabelSet[]; made: Renamed } | null = null;
  return {
    type: 'vector',
    evaluate: (run) => {
      const block = inner(run);
      if (known?.rows !== block.labels) {
        const made = rename(run.window.index.pool, block.labels, relabel);
        known = { rows: block.labels, made };
      }
      const isNaming = label === METRIC_NAME;
      return move(run, block, { renamed: known.made, isNaming, span });
    },
  };
}

function rename(pool: LabelPool, rows: readonly LabelSet[], relabel: Relabel): Renamed {
  const numbers = new Map<LabelSet, number>();
  const isNamed = new Uint8Array(rows.length);
  const targets = Int32Array.from(rows, (row, index) => {
    const changed = relabel(pool, row);
    if (changed) isNamed[index] = 1;
    const set = changed ?? row;
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  });
  return { labels: [...numbers.keys()], targets, isNamed };
}

type Move = { renamed: Renamed; isNaming: boolean; span: Span };

function move(run: Run, from: Block, { renamed, isNaming, span }: Move): Block {
  const { steps } = run.grid;
  const block = createBlock(run, renamed.labels);
  for (let cell = 0; cell < from.flags.length; cell += 1) {
    const flag = from.flags[cell] ?? 0;
    if (flag === 0) continue;
    const row = Math.floor(cell / steps);
    const target = (renamed.targets[row] ?? 0) * steps + (cell % steps);
    if (block.flags[target] !== 0) {
      throw fail(run, 'vector cannot contain metrics with the same labelset', span);
    }
    block.values[target] = from.values[cell] ?? NaN;
    // A name that was just written stays.
    block.flags[target] = isNaming && renamed.isNamed[row] === 1 ? PRESENT : flag;
  }
  return block;
}
