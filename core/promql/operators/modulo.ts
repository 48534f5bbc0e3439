import { defineArithmetic } from './operator.ts';

/** The remainder has the sign of the left side. */
export const modulo = defineArithmetic('%', 5, (left, right) => left % right);
