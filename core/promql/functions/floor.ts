import { defineMath } from './define-math.ts';

export const floor = defineMath('floor', Math.floor);
