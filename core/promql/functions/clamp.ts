import { defineMath } from './define-math.ts';
import { limitValue } from './limit-value.ts';

/** Limits that leave nothing between them give no result. */
export const clamp = defineMath(
  'clamp',
  (value, min, max) => (max < min ? null : limitValue(value, min, max)),
  { scalars: 2 },
);
