import { defineMath } from './define-math.ts';

export const sqrt = defineMath('sqrt', Math.sqrt);
