import { defineSetOperator } from './operator.ts';

/** What is on the left and has no match on the right. */
export const unless = defineSetOperator('unless', 2, {
  keepsLeft: (isMatched) => !isMatched,
  keepsRight: () => false,
});
