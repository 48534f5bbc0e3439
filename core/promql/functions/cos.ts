import { defineMath } from './define-math.ts';

export const cos = defineMath('cos', Math.cos);
