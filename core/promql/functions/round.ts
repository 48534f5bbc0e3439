import { defineScalarMath } from './define-scalar-math.ts';

/** To the nearest multiple of the scalar, by default of 1; halves go up. */
export const round = defineScalarMath({
  name: 'round',
  scalars: 1,
  optional: 1,
  missing: 1,
  // The inverse loses less than a division by the multiple.
  apply: (value, nearest) => Math.floor(value * (1 / nearest) + 0.5) / (1 / nearest),
});
