import { defineArithmetic } from './operator.ts';

export const multiply = defineArithmetic('*', 5, (left, right) => left * right);
