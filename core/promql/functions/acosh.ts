import { defineMath } from './define-math.ts';

export const acosh = defineMath('acosh', Math.acosh);
