import { defineMath } from './define-math.ts';

export const exp = defineMath('exp', Math.exp);
