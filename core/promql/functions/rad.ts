import { defineMath } from './define-math.ts';

/** Degrees to radians. */
export const rad = defineMath('rad', (degrees) => (degrees * Math.PI) / 180);
