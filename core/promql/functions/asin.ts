import { defineMath } from './define-math.ts';

export const asin = defineMath('asin', Math.asin);
