import { defineMath } from './define-math.ts';

export const sinh = defineMath('sinh', Math.sinh);
