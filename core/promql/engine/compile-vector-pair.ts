import {
  dropLabels,
  dropName,
  keepLabels,
  setLabels,
  type LabelPool,
} from '../labels/label-pool.ts';
import { getLabel, type LabelSet } from '../labels/label-set.ts';
import type { Arithmetic, Comparison } from '../operators/operator.ts';
import type { Binary } from '../parser/expression.ts';
import { createBlock, NAMELESS, PRESENT, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { findPartners } from './find-partners.ts';
import { keepMade } from './keep-made.ts';
import { matchSignatures } from './match-signatures.ts';
import { numberLabels } from './number-labels.ts';
import { fail, type Run } from './run.ts';
import { toCompute } from './to-compute.ts';

type Operation = { node: Binary; operator: Arithmetic | Comparison };
type Operands = { left: CompiledVector; right: CompiledVector };

/** Compiles an operator between two instant vectors, whose samples are matched by their labels. */
export function compileVectorPair(operation: Operation, operands: Operands): CompiledVector {
  const { node } = operation;
  const isSwapped = node.matching.card === 'one-to-many';
  const prepare = keepMade((pool, left, right) => {
    const sets = (isSwapped ? right : left).map((set) => trimLabels(pool, operation, set));
    return {
      ...matchSignatures(pool, node.matching, { left, right }),
      sets,
      ...numberLabels(sets),
    };
  });
  return {
    type: 'vector',
    evaluate: (run) => {
      const left = operands.left.evaluate(run);
      const right = operands.right.evaluate(run);
      const made = prepare(run, left.labels, right.labels);
      const sides = [
        { block: left, groups: made.left },
        { block: right, groups: made.right },
      ] as const;
      const [one, many] = isSwapped ? sides : ([sides[1], sides[0]] as const);
      const partners = findPartners(run, { node, many, one, count: made.count });
      const pairs = { many: many.block, one: one.block, partners };
      if (node.matching.include.length === 0) {
        const { steps } = run.grid;
        const rows = partners.map((_, cell) => made.numbers[Math.floor(cell / steps)] ?? 0);
        return computeCells(run, operation, { ...pairs, labels: made.labels, rows });
      }
      const included = numberLabels(includeLabels(run, node, { ...pairs, sets: made.sets }));
      const { labels, numbers } = included;
      return computeCells(run, operation, { ...pairs, labels, rows: numbers });
    },
  };
}

/** Of the many side: without the name of a metric that is computed; between equals only what was matched by. */
function trimLabels(pool: LabelPool, { node, operator }: Operation, set: LabelSet): LabelSet {
  const named = operator.kind === 'arithmetic' ? dropName(pool, set) : set;
  const { card, on, labels } = node.matching;
  if (card !== 'one-to-one') return named;
  return on ? keepLabels(pool, named, labels) : dropLabels(pool, named, labels);
}

type Pairs = { many: Block; one: Block; partners: Int32Array };

/** For each cell of the many side its labels and those that `group_left` takes from the one side. */
function includeLabels(
  { window, grid }: Run,
  { matching }: Binary,
  { one, partners, sets }: Pairs & { sets: readonly LabelSet[] },
): LabelSet[] {
  const { pool } = window.index;
  return Array.from(partners, (partner, cell) => {
    const from = one.labels[partner];
    if (!from) return pool.empty;
    const taken = matching.include.map((name): [string, string] => [name, getLabel(from, name)]);
    return setLabels(pool, sets[Math.floor(cell / grid.steps)] ?? pool.empty, taken);
  });
}

type Cells = Pairs & { labels: readonly LabelSet[]; rows: Int32Array };

function computeCells(run: Run, { node, operator }: Operation, cells: Cells): Block {
  const { many, one, partners, labels, rows } = cells;
  const { steps } = run.grid;
  const block = createBlock(run, labels);
  const isSeen = new Uint8Array(block.flags.length);
  const compute = toCompute(operator, node.bool);
  const isSwapped = node.matching.card === 'one-to-many';
  for (const [cell, partner] of partners.entries()) {
    if (partner < 0) continue;
    const step = cell % steps;
    const target = (rows[cell] ?? 0) * steps + step;
    if (isSeen[target] === 1) {
      const message = 'multiple matches for labels: grouping labels must ensure unique matches';
      throw fail(run, message, node.span);
    }
    isSeen[target] = 1;
    const ours = many.values[cell] ?? NaN;
    const theirs = one.values[partner * steps + step] ?? NaN;
    const value = isSwapped ? compute(theirs, ours) : compute(ours, theirs);
    if (value === null) continue;
    block.values[target] = value;
    block.flags[target] = node.bool ? NAMELESS : PRESENT;
  }
  return block;
}
