import { formatLabels } from '../labels/label-set.ts';
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
  const { steps } = run.grid;
  const { many, count } = join;
  const partners = new Int32Array(many.block.flags.length).fill(-1);
  const partnerOf = new Int32Array(count);
  const isTaken = new Uint8Array(count);
  const isUnique = join.node.matching.card === 'one-to-one';
  for (let step = 0; step < steps; step += 1) {
    partnerOf.fill(-1);
    if (isUnique) isTaken.fill(0);
    if (!hasAny(many.block, steps, step)) continue;
    fillPartners(run, join, { partnerOf, step });
    for (let row = 0; row < many.groups.length; row += 1) {
      const cell = row * steps + step;
      const group = many.groups[row] ?? 0;
      const partner = partnerOf[group] ?? -1;
      if (many.block.flags[cell] === 0 || partner < 0) continue;
      if (isUnique && isTaken[group] === 1) throw tooMany(run, join.node);
      isTaken[group] = 1;
      partners[cell] = partner;
    }
  }
  return partners;
}

function hasAny({ flags }: Block, steps: number, step: number): boolean {
  for (let cell = step; cell < flags.length; cell += steps) if (flags[cell] !== 0) return true;
  return false;
}

type Found = { partnerOf: Int32Array; step: number };

function fillPartners(run: Run, join: Join, { partnerOf, step }: Found): void {
  const { block, groups } = join.one;
  const { steps } = run.grid;
  for (let row = 0; row < groups.length; row += 1) {
    if (block.flags[row * steps + step] === 0) continue;
    const group = groups[row] ?? 0;
    const other = partnerOf[group] ?? -1;
    if (other >= 0) throw duplicate(run, join, [row, other]);
    partnerOf[group] = row;
  }
}

function tooMany(run: Run, { span }: Binary): Error {
  const message =
    'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)';
  return fail(run, message, span);
}

function duplicate(run: Run, { node, one }: Join, rows: readonly number[]): Error {
  const sets = rows.map((row) => one.block.labels[row] ?? run.window.index.pool.empty);
  const series = sets.map(formatLabels).toSorted().join(', ');
  const [set = run.window.index.pool.empty] = sets;
  const group = formatLabels(signatureOf(run.window.index.pool, node.matching, set));
  const hand = node.matching.card === 'one-to-many' ? 'left' : 'right';
  const message =
    `found duplicate series for the match group ${group} on the ${hand} hand-side of the operation: [${series}]` +
    ';many-to-many matching not allowed: matching labels must be unique on one side';
  return fail(run, message, node.span);
}
