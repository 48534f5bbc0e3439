import { defineSetOperator } from './operator.ts';

/** What is on the left and has a match on the right. */
export const and = defineSetOperator('and', 2, {
  keepsLeft: (isMatched) => isMatched,
  keepsRight: () => false,
});
