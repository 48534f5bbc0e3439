import { operators } from '../operators/index.ts';
import type { Refuse } from './check-types.ts';
import type { Binary } from './expression.ts';
import { typeOf } from './type-of.ts';

/** The operands of a binary operator, which were checked, and its modifiers go together. */
export function checkBinary(node: Binary, refuse: Refuse): void {
  const { op, opSpan, bool, matching, span } = node;
  const kind = operators.get(op)?.kind;
  const left = typeOf(node.left);
  const right = typeOf(node.right);
  if (bool && kind !== 'comparison') {
    throw refuse('bool modifier can only be used on comparison operators', opSpan);
  }
  if (kind === 'comparison' && !bool && left === 'scalar' && right === 'scalar') {
    throw refuse('comparisons between scalars must use BOOL modifier', opSpan);
  }
  const twice = matching.on && matching.labels.find((label) => matching.include.includes(label));
  if (typeof twice === 'string') {
    throw refuse(`label "${twice}" must not occur in ON and GROUP clause at once`, opSpan);
  }
  for (const [operand, type] of [
    [node.left, left],
    [node.right, right],
  ] as const) {
    if (type === 'scalar' || type === 'vector') continue;
    const message = 'binary expression must contain only scalar and instant vector types';
    throw refuse(message, operand.span);
  }
  const isMatched = left === 'vector' && right === 'vector';
  if (!isMatched && matching.labels.length > 0) {
    throw refuse('vector matching only allowed between instant vectors', span);
  }
  if (kind !== 'set') return;
  if (!isMatched) {
    throw refuse(`set operator "${op}" not allowed in binary scalar expression`, span);
  }
  if (matching.card !== 'one-to-one') {
    throw refuse(`no grouping allowed for "${op}" operation`, span);
  }
}
