import { advance } from './advance.ts';
import type { Ledger, LedgerChange, LedgerStep } from './ledger.ts';
import type { Rules } from './rules.ts';
import { endOfStretch, type Stretch } from './stretch.ts';

/**
 * The ledger after a stretch, as if its slots had been taken in one by one. Once as many equal rounds were taken in as it
 * takes to change a state, the state is theirs and nothing is pending: the rest only lets time pass. What a stretch costs
 * does not depend on its length.
 */
export function advanceStretch(ledger: Ledger, stretch: Stretch, rules: Rules): LedgerStep {
  const { result, count, firstMs } = stretch;
  const deciding = Math.min(count, Math.max(rules.confirm, rules.recover));
  const changes: LedgerChange[] = [];
  let next = ledger;
  for (let index = 0; index < deciding; index += 1) {
    const slotMs = firstMs + index * rules.intervalSec * 1000;
    const step = advance(next, { slotMs, result, latencyMs: null }, rules);
    next = step.ledger;
    changes.push(...step.changes);
  }
  return { ledger: { ...next, nextMs: endOfStretch(stretch, rules.intervalSec) }, changes };
}
