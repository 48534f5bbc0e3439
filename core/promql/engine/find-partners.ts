import { toRecord } from '../labels/label-set.ts';
import type { Binary } from '../parser/expression.ts';
import type { Block } from './block.ts';
import { signatureOf } from './match-signatures.ts';
import { fail, type Run } from './run.ts';

/** The side that may have many rows of a group, and the one that has at most one at each step. */
type Side = { block: Block; groups: Int32Array };
type Join = { node: Binary; many: Side; one: Side; count: number };

/**
 * For each cell of the many side the row of its partner, -1 without one. Throws a `PromqlError` where a group has two
 * rows on the one side, or on either side of a match of one to one.
 */
export function findPartners(run: Run, join: Join): Int32Array {
  const { node, many, one, count } = join;
  const { steps } = run.grid;
  const partners = new Int32Array(many.block.flags.length).fill(-1);
  for (let step = 0; step < steps; step += 1) {
    const ours = listRows(many.block, steps, step);
    // Without a sample on one side nothing is matched, and nothing is wrong.
    if (ours.length === 0) continue;
    const partnerOf = new Int32Array(count).fill(-1);
    for (const row of listRows(one.block, steps, step)) {
      const group = one.groups[row] ?? 0;
      const other = partnerOf[group] ?? -1;
      if (other >= 0) throw duplicate(run, join, [row, other]);
      partnerOf[group] = row;
    }
    const isTaken = new Uint8Array(count);
    for (const row of ours) {
      const group = many.groups[row] ?? 0;
      const partner = partnerOf[group] ?? -1;
      if (partner < 0) continue;
      if (isTaken[group] === 1 && node.matching.card === 'one-to-one') {
        const message =
          'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)';
        throw fail(run, message, node.span);
      }
      isTaken[group] = 1;
      partners[row * steps + step] = partner;
    }
  }
  return partners;
}

function listRows({ labels, flags }: Block, steps: number, step: number): number[] {
  return [...labels.keys()].filter((row) => flags[row * steps + step] !== 0);
}

function duplicate(run: Run, { node, one }: Join, rows: readonly number[]): Error {
  const { pool } = run.window.index;
  const sets = rows.map((row) => one.block.labels[row] ?? pool.empty);
  const group = JSON.stringify(toRecord(signatureOf(pool, node.matching, sets[0] ?? pool.empty)));
  const hand = node.matching.card === 'one-to-many' ? 'left' : 'right';
  const message = `found duplicate series for the match group ${group} on the ${hand} hand-side of the operation: ${JSON.stringify(sets.map(toRecord))};many-to-many matching not allowed: matching labels must be unique on one side`;
  return fail(run, message, node.span);
}
