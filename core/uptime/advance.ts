import type { Ledger, LedgerStep } from './ledger.ts';
import { passMissing } from './pass-missing.ts';
import type { Rules } from './rules.ts';
import { isMeasured, type SlotRound } from './slot-round.ts';
import { takeMeasured } from './take-measured.ts';

/**
 * The ledger after one more slot. Slots come in order; those that were left out since the last one are missing. A slot
 * that was taken in before, or passed as missing, changes nothing.
 */
export function advance(ledger: Ledger, round: SlotRound, rules: Rules): LedgerStep {
  if (round.slotMs < ledger.nextMs) return { ledger, changes: [] };
  const endMs = round.slotMs + rules.intervalSec * 1000;
  if (!isMeasured(round)) return passMissing(ledger, endMs, rules);
  const gap = passMissing(ledger, round.slotMs, rules);
  const step = takeMeasured(gap.ledger, round, rules);
  if (gap.changes.length === 0) return step;
  return { ledger: step.ledger, changes: [...gap.changes, ...step.changes] };
}
