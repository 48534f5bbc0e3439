import { defineMath } from './define-math.ts';

export const atanh = defineMath('atanh', Math.atanh);
