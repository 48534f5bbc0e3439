import type { Arithmetic, Comparison } from '../operators/operator.ts';
import type { Binary } from '../parser/expression.ts';
import { createBlock, NAMELESS, PRESENT, type Block } from './block.ts';
import type { CompiledVector } from './compiled.ts';
import { keepMade } from './keep-made.ts';
import { findPartners } from './find-partners.ts';
import { matchSignatures } from './match-signatures.ts';
import {
  createResultRows,
  listRows,
  resultRowOf,
  type Joined,
  type ResultRows,
} from './result-labels.ts';
import { fail, type Run } from './run.ts';
import { toCompute } from './to-compute.ts';

type Operation = { node: Binary; operator: Arithmetic | Comparison };
type Operands = { left: CompiledVector; right: CompiledVector };

/** Compiles an operator between two instant vectors, whose samples are matched by their labels. */
export function compileVectorPair(operation: Operation, operands: Operands): CompiledVector {
  const { node, operator } = operation;
  const prepare = keepMade((pool, left, right) => ({
    signatures: matchSignatures(pool, node.matching, { left, right }),
    results: createResultRows(),
  }));
  const isSwapped = node.matching.card === 'one-to-many';
  const isComputed = operator.kind === 'arithmetic';
  return {
    type: 'vector',
    evaluate: (run) => {
      const left = operands.left.evaluate(run);
      const right = operands.right.evaluate(run);
      const { pool } = run.window.index;
      const { signatures, results } = prepare(run, left.labels, right.labels);
      const sides = [
        { block: left, groups: signatures.left },
        { block: right, groups: signatures.right },
      ] as const;
      const [one, many] = isSwapped ? sides : ([sides[1], sides[0]] as const);
      const partners = findPartners(run, { node, many, one, count: signatures.count });
      const joined: Joined = {
        pool,
        matching: node.matching,
        isComputed,
        many: many.block.labels,
        one: one.block.labels,
      };
      const rows = findRows(run, { joined, results, partners });
      return computeCells(run, operation, {
        many: many.block,
        one: one.block,
        partners,
        rows,
        results,
      });
    },
  };
}

type Rows = { joined: Joined; results: ResultRows; partners: Int32Array };

/** For each cell of the many side the row of its result. */
function findRows({ grid: { steps } }: Run, { joined, results, partners }: Rows): Int32Array {
  return partners.map((one, cell) => {
    return one < 0 ? -1 : resultRowOf(results, joined, { many: Math.floor(cell / steps), one });
  });
}

type Cells = {
  many: Block;
  one: Block;
  partners: Int32Array;
  rows: Int32Array;
  results: ResultRows;
};

function computeCells(run: Run, { node, operator }: Operation, cells: Cells): Block {
  const { many, one, partners, rows, results } = cells;
  const { steps } = run.grid;
  const block = createBlock(run, listRows(results));
  const isSeen = new Uint8Array(block.flags.length);
  const compute = toCompute(operator, node.bool);
  const isSwapped = node.matching.card === 'one-to-many';
  for (let cell = 0; cell < partners.length; cell += 1) {
    const partner = partners[cell] ?? -1;
    if (partner < 0) continue;
    const target = (rows[cell] ?? 0) * steps + (cell % steps);
    if (isSeen[target] === 1) throw notUnique(run, node);
    isSeen[target] = 1;
    const ours = many.values[cell] ?? NaN;
    const theirs = one.values[partner * steps + (cell % steps)] ?? NaN;
    const value = isSwapped ? compute(theirs, ours) : compute(ours, theirs);
    if (value === null) continue;
    block.values[target] = value;
    block.flags[target] = node.bool ? NAMELESS : PRESENT;
  }
  return block;
}

function notUnique(run: Run, { span }: Binary): Error {
  const message = 'multiple matches for labels: grouping labels must ensure unique matches';
  return fail(run, message, span);
}
