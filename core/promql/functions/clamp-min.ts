import { defineMath } from './define-math.ts';

export const clampMin = defineMath('clamp_min', (value, min) => Math.max(value, min), {
  scalars: 1,
});
