import { defineScalarMath } from './define-scalar-math.ts';
import { limitValue } from './limit-value.ts';

export const clampMin = defineScalarMath({
  name: 'clamp_min',
  scalars: 1,
  apply: (value, min) => limitValue(value, min, Infinity),
});
