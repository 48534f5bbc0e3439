import { defineArithmetic } from './operator.ts';

export const divide = defineArithmetic('/', 5, (left, right) => left / right);
