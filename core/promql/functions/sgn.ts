import { defineMath } from './define-math.ts';

/** -1, 0 or 1 by the sign; NaN stays NaN. */
export const sgn = defineMath('sgn', Math.sign);
