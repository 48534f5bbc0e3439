import { defineMath } from './define-math.ts';

export const acos = defineMath('acos', Math.acos);
