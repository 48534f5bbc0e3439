import { operators } from '../operators/index.ts';
import type { Refuse } from './check-types.ts';
import type { Binary } from './expression.ts';
import { typeOf } from './type-of.ts';

/** The operands of a binary operator, which were checked, and its modifiers go together. */
export function checkBinary(node: Binary, refuse: Refuse): void {
  const { op, opSpan, bool, matching, span } = node;
  const kind = operators.get(op)?.kind;
  const operands = [node.left, node.right];
  const isScalar = (operand: Binary['left']) => typeOf(operand) === 'scalar';
  const isVector = (operand: Binary['left']) => typeOf(operand) === 'vector';
  const wrong = operands.find((operand) => !isScalar(operand) && !isVector(operand));
  const twice = matching.on && matching.labels.find((label) => matching.include.includes(label));
  if (bool && kind !== 'comparison') {
    throw refuse('bool modifier can only be used on comparison operators', opSpan);
  }
  if (kind === 'comparison' && !bool && operands.every(isScalar)) {
    throw refuse('comparisons between scalars must use BOOL modifier', opSpan);
  }
  if (typeof twice === 'string') {
    throw refuse(`label "${twice}" must not occur in ON and GROUP clause at once`, opSpan);
  }
  if (wrong) {
    const message = 'binary expression must contain only scalar and instant vector types';
    throw refuse(message, wrong.span);
  }
  if (matching.labels.length > 0 && !operands.every(isVector)) {
    throw refuse('vector matching only allowed between instant vectors', span);
  }
  if (kind === 'set' && operands.some(isScalar)) {
    throw refuse(`set operator "${op}" not allowed in binary scalar expression`, span);
  }
  if (kind === 'set' && matching.card !== 'one-to-one') {
    throw refuse(`no grouping allowed for "${op}" operation`, span);
  }
}
