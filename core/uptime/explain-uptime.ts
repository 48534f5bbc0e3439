import type { RoundResult } from '../services/round-result.ts';
import type { Numbers } from './compute-numbers.ts';
import { computeUptimeOfRuns, type Uptime, type UptimeOfRuns } from './compute-uptime.ts';
import { dayLetters } from './bar-letters.ts';
import { clipRun } from './round-run.ts';

/** Rounds of one result that follow each other: the time of the first, how many, and how far apart. */
type ExplainedRun = { at: string; result: RoundResult; count: number; intervalSec: number };

/** An interval and the rounds that lie in it. */
export type ExplainedInterval = Uptime['intervals'][number] & { rounds: ExplainedRun[] };

/** Why the strict number is lower than the lenient one, in seconds. */
type StrictReasons = {
  /** Partial outages, of which the lenient number counts 0.3. */
  partialOutage: number;
  /** Outages under announced maintenance, which the lenient number leaves out. */
  underMaintenance: number;
};

export type ExplainedUptime = Numbers & {
  strictReasons: StrictReasons;
  /** The worst state of each UTC day: see DayBars. */
  days: string;
};

/** What stands behind the numbers of a window that begins with a UTC day. */
export function explainUptime(input: UptimeOfRuns, uptime: Uptime): ExplainedUptime {
  const { intervals, ...numbers } = uptime;
  return {
    ...numbers,
    strictReasons: compareStrict(input, uptime),
    days: dayLetters(intervals, input.window),
  };
}

/** The intervals of a window with their rounds: what was decided, and from what. */
export function explainIntervals(input: UptimeOfRuns, uptime: Uptime): ExplainedInterval[] {
  return uptime.intervals.map((interval) => {
    const span = { fromMs: Date.parse(interval.from), toMs: Date.parse(interval.to) };
    const rounds = input.runs
      .flatMap((run) => clipRun(run, span))
      .map(({ firstMs, result, count, intervalSec }) => {
        return { at: new Date(firstMs).toISOString(), result, count, intervalSec };
      });
    return { ...interval, rounds };
  });
}

function compareStrict(input: UptimeOfRuns, { seconds }: Uptime): StrictReasons {
  const isBare = input.maintenance.length === 0;
  const bare = isBare ? seconds : computeUptimeOfRuns({ ...input, maintenance: [] }).seconds;
  return { partialOutage: seconds.partial_outage, underMaintenance: lost(bare) - lost(seconds) };
}

function lost({ partial_outage, major_outage }: Numbers['seconds']): number {
  return partial_outage + major_outage;
}
