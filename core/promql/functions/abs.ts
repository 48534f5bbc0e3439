import { defineMath } from './define-math.ts';

export const abs = defineMath('abs', Math.abs);
