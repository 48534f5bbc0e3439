import { floorPercent } from './floor-percent.ts';

/** Time in the four measured states, in whole milliseconds or whole seconds. */
export type MeasuredTimes = {
  operational: number;
  degraded: number;
  partialOutage: number;
  majorOutage: number;
};

// Weights are in tenths of an outage, so that all of it is integers: 0.3 for a partial one is what status pages use.
const MAJOR_TENTHS = 10;
const PARTIAL_TENTHS = { lenient: 3, strict: MAJOR_TENTHS };

/** What part of a partial outage the lenient number counts. */
export const PARTIAL_WEIGHT = PARTIAL_TENTHS.lenient / MAJOR_TENTHS;

/** 1 - weighted outage / measured time, in percent, floored; strict takes every partial outage for a major one. */
export function uptimePercent(
  { operational, degraded, partialOutage, majorOutage }: MeasuredTimes,
  view: keyof typeof PARTIAL_TENTHS,
): number | null {
  const measuredTenths = MAJOR_TENTHS * (operational + degraded + partialOutage + majorOutage);
  const lostTenths = MAJOR_TENTHS * majorOutage + PARTIAL_TENTHS[view] * partialOutage;
  return floorPercent(measuredTenths - lostTenths, measuredTenths);
}
