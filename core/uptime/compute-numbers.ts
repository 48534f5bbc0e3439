import { floorPercent } from './floor-percent.ts';
import type { ServiceState } from './service-state.ts';
import type { Interval } from './to-intervals.ts';
import { uptimePercent, type MeasuredTimes } from './uptime-percent.ts';

/** Percentages are floored to three decimals, and null where there is nothing to measure them by. */
export type Numbers = {
  uptime: number | null;
  strict: number | null;
  checkRatio: number | null;
  coverage: number | null;
  /** Whether enough was measured to show the uptime. */
  displayable: boolean;
  /** Under maintenance only the maintenance counts. */
  seconds: Record<ServiceState, number>;
};

export type Evidence = {
  /** The finished ledger of the window. */
  intervals: readonly Interval[];
  /** The same with announced maintenance laid over it. */
  covered: readonly Interval[];
  slots: {
    /** Start of the first measured slot in milliseconds; null when none was measured. */
    firstMs: number | null;
    measured: number;
    /** Slots that were up or degraded. */
    good: number;
  };
  toMs: number;
};

/** Below this coverage in percent too little was measured to show an uptime. */
export const DISPLAYABLE_COVERAGE = 95;

/**
 * The numbers of a window. `uptime` = 1 - weighted outage / time in the four measured states, outside maintenance;
 * `strict` is the same as if there were no maintenance and every partial outage were a major one; `checkRatio` = good
 * slots / measured slots; `coverage` = 1 - unknown time / time, both from the first measured slot on.
 */
export function computeNumbers({ intervals, covered, slots, toMs }: Evidence): Numbers {
  const lenient = sumDurations(covered);
  const coverage = computeCoverage(covered, slots.firstMs, toMs);
  return {
    uptime: uptimePercent(toMeasured(lenient), 'lenient'),
    strict: uptimePercent(toMeasured(sumDurations(intervals)), 'strict'),
    checkRatio: floorPercent(slots.good, slots.measured),
    coverage,
    displayable: coverage !== null && coverage >= DISPLAYABLE_COVERAGE,
    seconds: toSeconds(lenient),
  };
}

type DurationsMs = Record<ServiceState, number>;

function toMeasured(durationsMs: DurationsMs): MeasuredTimes {
  const {
    operational,
    degraded,
    partial_outage: partialOutage,
    major_outage: majorOutage,
  } = durationsMs;
  return { operational, degraded, partialOutage, majorOutage };
}

function computeCoverage(
  covered: readonly Interval[],
  firstMs: number | null,
  toMs: number,
): number | null {
  if (firstMs === null) return null;
  // What is unknown before the first measured slot ends where that slot begins.
  const later = covered.filter((interval) => interval.fromMs >= firstMs);
  const wholeMs = toMs - firstMs;
  return floorPercent(wholeMs - sumDurations(later).unknown, wholeMs);
}

function sumDurations(intervals: readonly Interval[]): DurationsMs {
  const durationsMs = {
    operational: 0,
    degraded: 0,
    partial_outage: 0,
    major_outage: 0,
    maintenance: 0,
    unknown: 0,
  };
  for (const { state, fromMs, toMs } of intervals) durationsMs[state] += toMs - fromMs;
  return durationsMs;
}

function toSeconds(durationsMs: DurationsMs): Record<ServiceState, number> {
  return {
    operational: durationsMs.operational / 1000,
    degraded: durationsMs.degraded / 1000,
    partial_outage: durationsMs.partial_outage / 1000,
    major_outage: durationsMs.major_outage / 1000,
    maintenance: durationsMs.maintenance / 1000,
    unknown: durationsMs.unknown / 1000,
  };
}
