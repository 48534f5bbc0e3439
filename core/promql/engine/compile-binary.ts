import { operators } from '../operators/index.ts';
import type { Binary } from '../parser/expression.ts';
import { compileSetOperator } from './compile-set-operator.ts';
import { compileVectorPair } from './compile-vector-pair.ts';
import { asType, type Compiled, type CompiledVector } from './compiled.ts';
import { mapCells } from './map-cells.ts';
import { toCompute, type Compute } from './to-compute.ts';

type Operands = { left: Compiled; right: Compiled };

/** Compiles a binary operator; the types of its operands were checked. */
export function compileBinary(node: Binary, { left, right }: Operands): Compiled {
  const operator = operators.get(node.op);
  if (left.type === 'vector' && right.type === 'vector' && operator) {
    return operator.kind === 'set'
      ? compileSetOperator(operator, node.matching, { left, right })
      : compileVectorPair({ node, operator }, { left, right });
  }
  const compute = toCompute(operator, node.bool);
  if (left.type === 'scalar' && right.type === 'scalar') {
    return {
      type: 'scalar',
      evaluate: (run) => {
        const others = right.evaluate(run);
        return left.evaluate(run).map((value, step) => compute(value, others[step] ?? NaN) ?? NaN);
      },
    };
  }
  const isFilter = operator?.kind === 'comparison' && !node.bool;
  return left.type === 'vector'
    ? compileMixed(left, right, { compute, isFilter })
    : compileMixed(asType(right, 'vector'), left, {
        compute: (value, other) => compute(other, value),
        isFilter,
      });
}

type Mixed = { compute: Compute; isFilter: boolean };

function compileMixed(
  vector: CompiledVector,
  other: Compiled,
  { compute, isFilter }: Mixed,
): CompiledVector {
  const scalar = asType(other, 'scalar');
  return {
    type: 'vector',
    evaluate: (run) => {
      const block = vector.evaluate(run);
      const others = scalar.evaluate(run);
      const { steps } = run.grid;
      if (!isFilter) {
        return mapCells(block, (value, cell) => compute(value, others[cell % steps] ?? NaN));
      }
      const { values, flags } = block;
      for (let cell = 0; cell < values.length; cell += 1) {
        const isKept = compute(values[cell] ?? NaN, others[cell % steps] ?? NaN) !== null;
        if (!isKept) flags[cell] = 0;
      }
      return block;
    },
  };
}
