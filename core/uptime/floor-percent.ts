/**
 * A share in percent, floored to three decimals so that it is never better than what was measured. Null when there is
 * nothing to share. Both are integers, at most `Number.MAX_SAFE_INTEGER`; the share is reckoned in integers.
 */
export function floorPercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Number((BigInt(part) * 100_000n) / BigInt(whole)) / 1000;
}
