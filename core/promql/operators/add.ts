import { defineArithmetic } from './operator.ts';

export const add = defineArithmetic('+', 4, (left, right) => left + right);
