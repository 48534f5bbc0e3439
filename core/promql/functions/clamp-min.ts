import { defineMath } from './define-math.ts';
import { limitValue } from './limit-value.ts';

export const clampMin = defineMath('clamp_min', (value, min) => limitValue(value, min, Infinity), {
  scalars: 1,
});
