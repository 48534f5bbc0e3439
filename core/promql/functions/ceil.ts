import { defineMath } from './define-math.ts';

export const ceil = defineMath('ceil', Math.ceil);
