import { defineMath } from './define-math.ts';

export const atan = defineMath('atan', Math.atan);
