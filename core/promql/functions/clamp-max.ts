import { defineMath } from './define-math.ts';

export const clampMax = defineMath('clamp_max', (value, max) => Math.min(value, max), {
  scalars: 1,
});
