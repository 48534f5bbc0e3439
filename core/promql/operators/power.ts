import { defineArithmetic } from './operator.ts';

/** As in IEEE 754: 1 to the power of anything is 1, and so is -1 to that of either infinity. */
export const power = defineArithmetic('^', 6, (left, right) => {
  const isOne = left === 1 || (left === -1 && Math.abs(right) === Infinity);
  return isOne ? 1 : left ** right;
});
