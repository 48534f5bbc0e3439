import { defineMath } from './define-math.ts';

export const log10 = defineMath('log10', Math.log10);
