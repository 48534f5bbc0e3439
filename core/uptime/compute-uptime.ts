import { advance } from './advance.ts';
import { computeNumbers, type Numbers } from './compute-numbers.ts';
import { layMaintenance } from './lay-maintenance.ts';
import { startLedger, type LedgerChange } from './ledger.ts';
import { passMissing } from './pass-missing.ts';
import type { Rules } from './rules.ts';
import type { ServiceState } from './service-state.ts';
import type { MeasuredRound } from './slot-round.ts';
import { toIntervals } from './to-intervals.ts';
import { toSlots } from './to-slots.ts';
import type { Span, UptimeInput } from './uptime-input.ts';

export type Uptime = Numbers & {
  /** In order, without a gap over the whole window, neighbours differ. ISO times in UTC. */
  intervals: { state: ServiceState; from: string; to: string }[];
};

/**
 * The uptime of a window and the intervals behind it: the one function for the page and for whoever recomputes what
 * it shows. Pure: the same rounds in another order, or twice, give the same answer.
 */
export function computeUptime({ window, maintenance, rounds, rules }: UptimeInput): Uptime {
  const slots = toSlots(rounds, window, rules.intervalSec);
  const intervals = toIntervals(listChanges(slots, window, rules), window.toMs);
  const covered = layMaintenance(intervals, maintenance, window);
  const numbers = computeNumbers({
    intervals,
    covered,
    slots: {
      firstMs: slots[0]?.slotMs ?? null,
      measured: slots.length,
      good: slots.filter(({ result }) => result === 'up' || result === 'degraded').length,
    },
    toMs: window.toMs,
  });
  return {
    ...numbers,
    intervals: covered.map(({ state, fromMs, toMs }) => ({
      state,
      from: toIso(fromMs),
      to: toIso(toMs),
    })),
  };
}

function listChanges(slots: readonly MeasuredRound[], window: Span, rules: Rules): LedgerChange[] {
  let { ledger, changes } = startLedger(window.fromMs);
  const all = [...changes];
  for (const slot of slots) {
    ({ ledger, changes } = advance(ledger, slot, rules));
    all.push(...changes);
  }
  return [...all, ...passMissing(ledger, endOfLastSlot(window, rules), rules).changes];
}

/** The last slot counts as a whole one where the window cuts it. */
function endOfLastSlot({ fromMs, toMs }: Span, { intervalSec }: Rules): number {
  const slotMs = intervalSec * 1000;
  return fromMs + Math.ceil((toMs - fromMs) / slotMs) * slotMs;
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
