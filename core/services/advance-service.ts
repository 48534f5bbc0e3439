import { advance } from '../uptime/advance.ts';
import { startLedger, type Ledger, type LedgerChange } from '../uptime/ledger.ts';
import type { Rules } from '../uptime/rules.ts';
import { closeRun, extendRun, type Run } from '../uptime/run.ts';
import type { SlotRound } from '../uptime/slot-round.ts';
import type { ServiceRecord } from './service-record.ts';

/** An interval as it is stored; the open one has no end. Milliseconds. */
type IntervalRow = {
  fromMs: number;
  toMs: number | null;
  state: Ledger['state'];
  deciding: readonly Run[];
};

export type ServiceStep = {
  record: Omit<ServiceRecord, 'isUnstable'>;
  /** The run that this round belongs to, as it stands now. */
  run: Run;
  /** The interval that is open now ends here; null when it goes on. */
  closeAtMs: number | null;
  /** What follows it. */
  intervals: readonly IntervalRow[];
};

/**
 * One round more in a service's ledger, and what of it must be stored. A ledger that is missing begins with this round.
 * Storing the same step twice changes nothing.
 */
export function advanceService(
  before: Pick<ServiceRecord, 'ledger' | 'openRun'> | null,
  round: SlotRound,
  rules: Rules,
): ServiceStep {
  const start = before === null ? startLedger(round.slotMs) : null;
  const step = advance(before?.ledger ?? startLedger(round.slotMs).ledger, round, rules);
  const changes = [...(start?.changes ?? []), ...step.changes];
  const openRun = extendRun(before?.openRun ?? null, round, rules.intervalSec);
  return {
    record: { ledger: step.ledger, openRun },
    run: closeRun(openRun),
    closeAtMs: changes[0]?.fromMs ?? null,
    intervals: toRows(changes),
  };
}

// A change that the next one takes back at once leaves nothing.
function toRows(changes: readonly LedgerChange[]): IntervalRow[] {
  return changes.flatMap(({ fromMs, state, rounds }, index) => {
    const toMs = changes[index + 1]?.fromMs ?? null;
    return toMs === fromMs ? [] : [{ fromMs, toMs, state, deciding: rounds }];
  });
}
