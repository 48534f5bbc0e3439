import type { LabelPool } from '../labels/label-pool.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Run } from './run.ts';

type Rows = readonly LabelSet[];

/** Keeps what was made of the labels of rows, of one operand or of two, for as long as they are the same arrays. */
export function keepMade<T>(
  make: (pool: LabelPool, rows: Rows, others: Rows) => T,
): (run: Run, rows: Rows, others?: Rows) => T {
  let known: { rows: Rows; others: Rows; made: T } | null = null;
  return ({ window }, rows, others = rows) => {
    if (known?.rows !== rows || known.others !== others) {
      known = { rows, others, made: make(window.index.pool, rows, others) };
    }
    return known.made;
  };
}
