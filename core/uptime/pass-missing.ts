import type { Ledger, LedgerStep } from './ledger.ts';
import type { Rules } from './rules.ts';

/**
 * The ledger after all slots up to `untilMs` were missing: nothing measured in them, or no round at all. Fewer than
 * `unknownAfterMissed` in a row keep the state before them; that many are unknown from the first of them on. `untilMs`
 * is the end of the last missing slot; it also tells a reader how a ledger that nothing was added to looks by then.
 */
export function passMissing(
  ledger: Ledger,
  untilMs: number,
  { intervalSec, unknownAfterMissed }: Rules,
): LedgerStep {
  const added = Math.floor((untilMs - ledger.nextMs) / (intervalSec * 1000));
  if (added <= 0) return { ledger, changes: [] };
  const { sinceMs, count } = ledger.missing ?? { sinceMs: ledger.nextMs, count: 0 };
  const missing = { sinceMs, count: count + added };
  if (ledger.state === 'unknown' || missing.count < unknownAfterMissed) {
    return { ledger: { ...ledger, nextMs: untilMs, missing }, changes: [] };
  }
  return {
    ledger: { state: 'unknown', sinceMs, nextMs: untilMs, missing, pending: [] },
    changes: [{ fromMs: sinceMs, state: 'unknown', rounds: [] }],
  };
}
