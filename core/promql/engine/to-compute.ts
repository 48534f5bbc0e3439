import type { Operator } from '../operators/operator.ts';

export type Compute = (left: number, right: number) => number | null;

/** The value of an operator's result; null where a comparison does not hold, without `bool`. */
export function toCompute(operator: Operator | undefined, isBool: boolean): Compute {
  switch (operator?.kind) {
    case 'arithmetic':
      return operator.apply;
    case 'comparison': {
      const { holds } = operator;
      if (isBool) return (left, right) => Number(holds(left, right));
      return (left, right) => (holds(left, right) ? left : null);
    }
    case 'set':
    case undefined:
      throw new TypeError('Cannot compile: a type that was checked');
  }
}
