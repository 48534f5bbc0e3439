import { defineMath } from './define-math.ts';

/** Radians to degrees. */
export const deg = defineMath('deg', (radians) => (radians * 180) / Math.PI);
