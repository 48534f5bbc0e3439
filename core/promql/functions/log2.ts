import { defineMath } from './define-math.ts';

export const log2 = defineMath('log2', Math.log2);
