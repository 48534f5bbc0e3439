/** What binds a binary operator: a higher precedence binds tighter, and equal ones from the left unless it says so. */
type Binding = { name: string; precedence: number; isRightAssociative: boolean };

export type Arithmetic = Binding & {
  kind: 'arithmetic';
  apply: (left: number, right: number) => number;
};

export type Comparison = Binding & {
  kind: 'comparison';
  holds: (left: number, right: number) => boolean;
};

/** Says which samples of the left and the right remain, by whether their labels have a match on the other side. */
export type SetOperator = Binding & {
  kind: 'set';
  keepsLeft: (isMatched: boolean) => boolean;
  keepsRight: (isMatched: boolean) => boolean;
};

export type Operator = Arithmetic | Comparison | SetOperator;

const COMPARISON_PRECEDENCE = 3;

export function defineArithmetic(
  name: string,
  precedence: number,
  apply: Arithmetic['apply'],
): Arithmetic {
  return { kind: 'arithmetic', name, precedence, isRightAssociative: name === '^', apply };
}

export function defineComparison(name: string, holds: Comparison['holds']): Comparison {
  return {
    kind: 'comparison',
    name,
    precedence: COMPARISON_PRECEDENCE,
    isRightAssociative: false,
    holds,
  };
}

export function defineSetOperator(
  name: string,
  precedence: number,
  keeps: Pick<SetOperator, 'keepsLeft' | 'keepsRight'>,
): SetOperator {
  return { kind: 'set', name, precedence, isRightAssociative: false, ...keeps };
}
