import { defineSetOperator } from './operator.ts';

/** All of the left, and what is on the right and has no match on the left. */
export const or = defineSetOperator('or', 1, {
  keepsLeft: () => true,
  keepsRight: (isMatched) => !isMatched,
});
