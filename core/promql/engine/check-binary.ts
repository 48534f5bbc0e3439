import { operators } from '../operators/index.ts';
import type { Binary, ValueType } from '../parser/expression.ts';
import type { Refuse } from './compile-context.ts';

/** The operands of a binary operator, by their types, and its modifiers go together. */
export function checkBinary(
  { op, opSpan, bool, matching, left, right, span }: Binary,
  types: readonly ValueType[],
  refuse: Refuse,
): void {
  const kind = operators.get(op)?.kind;
  const isMatched = types.every((type) => type === 'vector');
  const wrong = types.findIndex((type) => type !== 'scalar' && type !== 'vector');
  const twice = matching.labels.find((label) => matching.include.includes(label));
  const rules = [
    [
      bool && kind !== 'comparison',
      'bool modifier can only be used on comparison operators',
      opSpan,
    ],
    [
      kind === 'comparison' && !bool && types.every((type) => type === 'scalar'),
      'comparisons between scalars must use BOOL modifier',
      opSpan,
    ],
    [
      matching.on && twice !== undefined,
      `label "${twice}" must not occur in ON and GROUP clause at once`,
      opSpan,
    ],
    [
      wrong >= 0,
      'binary expression must contain only scalar and instant vector types',
      wrong === 0 ? left.span : right.span,
    ],
    [
      matching.labels.length > 0 && !isMatched,
      'vector matching only allowed between instant vectors',
      span,
    ],
    [
      kind === 'set' && !isMatched,
      `set operator "${op}" not allowed in binary scalar expression`,
      span,
    ],
    [
      kind === 'set' && matching.card !== 'one-to-one',
      `no grouping allowed for "${op}" operation`,
      span,
    ],
  ] as const;
  for (const [isBroken, message, place] of rules) if (isBroken) throw refuse(message, place);
}
