import { defineMath } from './define-math.ts';

export const tan = defineMath('tan', Math.tan);
