import { defineMath } from './define-math.ts';

/** The natural logarithm. */
export const ln = defineMath('ln', Math.log);
