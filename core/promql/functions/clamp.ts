import { defineMath } from './define-math.ts';

/** Limits that leave nothing between them give no result. */
export const clamp = defineMath(
  'clamp',
  (value, min, max) => (max < min ? null : Math.max(min, Math.min(max, value))),
  { scalars: 2 },
);
