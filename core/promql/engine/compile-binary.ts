import { operators } from '../operators/index.ts';
import type { Arithmetic, Comparison } from '../operators/operator.ts';
import type { Binary } from '../parser/expression.ts';
import { NAMELESS, type Block } from './block.ts';
import { compileSetOperator } from './compile-set-operator.ts';
import { compileVectorPair } from './compile-vector-pair.ts';
import type { Compiled, CompiledScalar, CompiledVector } from './compiled.ts';

type Operands = { left: Compiled; right: Compiled };

/** Compiles a binary operator; the types of its operands were checked. */
export function compileBinary(node: Binary, { left, right }: Operands): Compiled {
  const operator = operators.get(node.op);
  if (left.type === 'vector' && right.type === 'vector' && operator) {
    return operator.kind === 'set'
      ? compileSetOperator(operator, node.matching, { left, right })
      : compileVectorPair({ node, operator }, { left, right });
  }
  if (!operator || operator.kind === 'set') throw new TypeError(`Cannot compile: ${node.op}`);
  if (left.type === 'scalar' && right.type === 'scalar') {
    return compileScalars(operator, left, right);
  }
  if (left.type === 'vector' && right.type === 'scalar') {
    return compileMixed({ operator, isBool: node.bool, isSwapped: false }, left, right);
  }
  if (left.type === 'scalar' && right.type === 'vector') {
    return compileMixed({ operator, isBool: node.bool, isSwapped: true }, right, left);
  }
  throw new TypeError(`Cannot compile: ${node.op} of ${left.type} and ${right.type}`);
}

function compileScalars(
  operator: Arithmetic | Comparison,
  left: CompiledScalar,
  right: CompiledScalar,
): CompiledScalar {
  const apply =
    operator.kind === 'arithmetic'
      ? operator.apply
      : (a: number, b: number) => (operator.holds(a, b) ? 1 : 0);
  return {
    type: 'scalar',
    evaluate: (run) => {
      const ours = left.evaluate(run);
      const theirs = right.evaluate(run);
      return ours.map((value, step) => apply(value, theirs[step] ?? NaN));
    },
  };
}

type Mixed = { operator: Arithmetic | Comparison; isBool: boolean; isSwapped: boolean };

function compileMixed(
  mixed: Mixed,
  vector: CompiledVector,
  scalar: CompiledScalar,
): CompiledVector {
  const { operator, isBool, isSwapped } = mixed;
  if (operator.kind === 'arithmetic') {
    const { apply } = operator;
    const compute: typeof apply = isSwapped ? (value, other) => apply(other, value) : apply;
    return fuse(vector, scalar, (block, others) => computeAll(block, others, compute));
  }
  const { holds } = operator;
  const test: typeof holds = isSwapped ? (value, other) => holds(other, value) : holds;
  if (isBool) {
    const compute = (value: number, other: number) => (test(value, other) ? 1 : 0);
    return fuse(vector, scalar, (block, others) => computeAll(block, others, compute));
  }
  return fuse(vector, scalar, (block, others) => filterAll(block, others, test));
}

function fuse(
  vector: CompiledVector,
  scalar: CompiledScalar,
  change: (block: Block, others: Float64Array) => void,
): CompiledVector {
  return {
    type: 'vector',
    evaluate: (run) => {
      const block = vector.evaluate(run);
      change(block, scalar.evaluate(run));
      return block;
    },
  };
}

function computeAll(
  { values, flags }: Block,
  others: Float64Array,
  compute: (value: number, other: number) => number,
): void {
  for (let cell = 0; cell < values.length; cell += 1) {
    if (flags[cell] === 0) continue;
    values[cell] = compute(values[cell] ?? NaN, others[cell % others.length] ?? NaN);
    flags[cell] = NAMELESS;
  }
}

function filterAll(
  { values, flags }: Block,
  others: Float64Array,
  test: (value: number, other: number) => boolean,
): void {
  for (let cell = 0; cell < values.length; cell += 1) {
    if (!test(values[cell] ?? NaN, others[cell % others.length] ?? NaN)) flags[cell] = 0;
  }
}
