import { defineMath } from './define-math.ts';

export const asinh = defineMath('asinh', Math.asinh);
