import { defineArithmetic } from './operator.ts';

export const atan2 = defineArithmetic('atan2', 5, (left, right) => Math.atan2(left, right));
