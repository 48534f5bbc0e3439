import { defineScalarMath } from './define-scalar-math.ts';
import { limitValue } from './limit-value.ts';

export const clampMax = defineScalarMath({
  name: 'clamp_max',
  scalars: 1,
  apply: (value, max) => limitValue(value, -Infinity, max),
});
