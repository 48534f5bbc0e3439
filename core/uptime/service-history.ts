import * as z from 'zod';
import { DayBars, type Trouble } from '../snapshot/day-bars.ts';
import type { Uptime } from './compute-uptime.ts';
import { dayLetters } from './bar-letters.ts';
import type { Span } from './uptime-input.ts';

const MOST_TROUBLES = 8;

/** What the last 90 days say of a service. Percentages are floored; null where nothing was measured. */
export const ServiceHistory = z.object({
  /** Null until there are two days to show. */
  days: DayBars.nullable(),
  uptimePercentage: z.number().nullable(),
  coverage: z.number().nullable(),
  checkRatio: z.number().nullable(),
});
export type ServiceHistory = z.infer<typeof ServiceHistory>;

/** The history that a window of whole UTC days says, the last of them as far as it has come. */
export function toHistory(uptime: Uptime, window: Span): ServiceHistory {
  const states = dayLetters(uptime.intervals, window);
  const isRecord = Array.from(states).filter((letter) => letter !== '-').length > 1;
  const troubles = listTroubles(uptime.intervals, window);
  const older = Math.max(0, troubles.length - MOST_TROUBLES);
  return {
    days: isRecord ? { states, troubles: troubles.slice(0, MOST_TROUBLES), older } : null,
    uptimePercentage: uptime.uptime,
    coverage: uptime.coverage,
    checkRatio: uptime.checkRatio,
  };
}

/** The stretches in which the service was not operational, newest first, but for the time before it was first measured. */
function listTroubles(intervals: Uptime['intervals'], { toMs }: Span): Trouble[] {
  const until = new Date(toMs).toISOString();
  return intervals
    .slice(intervals[0]?.state === 'unknown' ? 1 : 0)
    .flatMap(({ state, from, to }) =>
      state === 'operational' ? [] : [{ state, from, to: to === until ? null : to }],
    )
    .toReversed();
}
