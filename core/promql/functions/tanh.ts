import { defineMath } from './define-math.ts';

export const tanh = defineMath('tanh', Math.tanh);
