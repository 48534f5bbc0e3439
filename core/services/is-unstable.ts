import type { RoundResult } from './round-result.ts';

const ROUNDS = 20;
const ENTER = 0.3;
const LEAVE = 0.25;

/**
 * Whether a service changes so often that one round says little: the share of changes among its last 20 measured
 * rounds, newest last, reaches 30 %, or has not yet fallen below 25 % (the thresholds of Nagios and Icinga).
 */
export function isUnstable(results: readonly RoundResult[], wasUnstable: boolean): boolean {
  const measured = results.filter((result) => result !== 'none').slice(-ROUNDS);
  const changes = measured.filter((result, index) => index > 0 && result !== measured[index - 1]);
  const share = changes.length / (ROUNDS - 1);
  return share >= (wasUnstable ? LEAVE : ENTER);
}
