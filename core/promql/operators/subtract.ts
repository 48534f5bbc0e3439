import { defineArithmetic } from './operator.ts';

export const subtract = defineArithmetic('-', 4, (left, right) => left - right);
