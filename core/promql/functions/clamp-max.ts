import { defineMath } from './define-math.ts';
import { limitValue } from './limit-value.ts';

export const clampMax = defineMath('clamp_max', (value, max) => limitValue(value, -Infinity, max), {
  scalars: 1,
});
