import { defineMath } from './define-math.ts';

export const cosh = defineMath('cosh', Math.cosh);
