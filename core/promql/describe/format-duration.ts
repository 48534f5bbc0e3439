const DAY_MS = 86_400_000;

/** A year or a week is said only where it is all there is to say of the rest, as Prometheus does. */
const UNITS = [
  { name: 'y', ms: 365 * DAY_MS, isWhole: true },
  { name: 'w', ms: 7 * DAY_MS, isWhole: true },
  { name: 'd', ms: DAY_MS, isWhole: false },
  { name: 'h', ms: 3_600_000, isWhole: false },
  { name: 'm', ms: 60_000, isWhole: false },
  { name: 's', ms: 1000, isWhole: false },
  { name: 'ms', ms: 1, isWhole: false },
] as const;

/** A duration as an expression has it: `1h30m`. */
export function formatDuration(durationMs: number): string {
  let rest = Math.abs(durationMs);
  let text = durationMs < 0 ? '-' : '';
  if (rest === 0) return '0s';
  for (const { name, ms, isWhole } of UNITS) {
    if (isWhole && rest % ms !== 0) continue;
    const count = Math.floor(rest / ms);
    if (count > 0) text += `${count}${name}`;
    rest -= count * ms;
  }
  return text;
}
