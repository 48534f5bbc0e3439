import { defineMath } from './define-math.ts';

/** To the nearest multiple of the scalar, by default of 1; halves go up. */
export const round = defineMath(
  'round',
  // The inverse loses less than a division by the multiple.
  (value, nearest) => Math.floor(value * (1 / nearest) + 0.5) / (1 / nearest),
  { scalars: 1, optional: 1, missing: 1 },
);
