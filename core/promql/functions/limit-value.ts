/** The value, not below `min` nor above `max`; NaN stays NaN, except beyond a limit that is infinite. */
export function limitValue(value: number, min: number, max: number): number {
  const capped = max === -Infinity ? max : Math.min(max, value);
  return min === Infinity ? min : Math.max(min, capped);
}
