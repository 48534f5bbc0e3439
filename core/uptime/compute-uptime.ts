import { advanceStretch } from './advance-stretch.ts';
import { computeNumbers, type Numbers } from './compute-numbers.ts';
import { layMaintenance } from './lay-maintenance.ts';
import { startLedger, type LedgerChange } from './ledger.ts';
import { passMissing } from './pass-missing.ts';
import type { Rules } from './rules.ts';
import type { RoundRun } from './round-run.ts';
import { runsToStretches } from './runs-to-stretches.ts';
import type { ServiceState } from './service-state.ts';
import { toStretches, type Stretch } from './stretch.ts';
import { toIntervals } from './to-intervals.ts';
import { toSlots } from './to-slots.ts';
import type { Span, UptimeInput } from './uptime-input.ts';

export type Uptime = Numbers & {
  /** In order, without a gap over the whole window, neighbours differ. ISO times in UTC. */
  intervals: { state: ServiceState; from: string; to: string }[];
};

/** The same input, with runs of rounds in place of rounds. */
export type UptimeOfRuns = Omit<UptimeInput, 'rounds'> & { runs: readonly RoundRun[] };

/**
 * The uptime of a window and the intervals behind it: the one function for the page and for whoever recomputes what
 * it shows. Pure: the same rounds in another order, or twice, give the same answer.
 */
export function computeUptime({ rounds, ...input }: UptimeInput): Uptime {
  const { window, rules } = input;
  const slots = toSlots(rounds, window, rules.intervalSec);
  return judge(toStretches(slots, rules.intervalSec), input);
}

/** What `computeUptime` says of the rounds of these runs, which are in the order of their times. */
export function computeUptimeOfRuns({ runs, ...input }: UptimeOfRuns): Uptime {
  return judge(runsToStretches(runs, input.window, input.rules.intervalSec), input);
}

function judge(
  stretches: readonly Stretch[],
  { window, maintenance, rules }: Omit<UptimeInput, 'rounds'>,
): Uptime {
  const intervals = toIntervals(listChanges(stretches, window, rules), window.toMs);
  const covered = layMaintenance(intervals, maintenance, window);
  const good = stretches.filter(({ result }) => result === 'up' || result === 'degraded');
  const numbers = computeNumbers({
    intervals,
    covered,
    slots: {
      firstMs: stretches[0]?.firstMs ?? null,
      measured: countSlots(stretches),
      good: countSlots(good),
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

function listChanges(stretches: readonly Stretch[], window: Span, rules: Rules): LedgerChange[] {
  let { ledger, changes } = startLedger(window.fromMs);
  const all = [...changes];
  for (const stretch of stretches) {
    ({ ledger, changes } = advanceStretch(ledger, stretch, rules));
    all.push(...changes);
  }
  return [...all, ...passMissing(ledger, endOfLastSlot(window, rules), rules).changes];
}

/** The last slot counts as a whole one where the window cuts it. */
function endOfLastSlot({ fromMs, toMs }: Span, { intervalSec }: Rules): number {
  const slotMs = intervalSec * 1000;
  return fromMs + Math.ceil((toMs - fromMs) / slotMs) * slotMs;
}

function countSlots(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { count }) => sum + count, 0);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
