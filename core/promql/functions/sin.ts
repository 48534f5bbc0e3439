import { defineMath } from './define-math.ts';

export const sin = defineMath('sin', Math.sin);
