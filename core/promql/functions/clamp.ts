import { defineScalarMath } from './define-scalar-math.ts';
import { limitValue } from './limit-value.ts';

/** Limits that leave nothing between them give no result. */
export const clamp = defineScalarMath({
  name: 'clamp',
  scalars: 2,
  apply: (value, min, max) => (max < min ? null : limitValue(value, min, max)),
});
