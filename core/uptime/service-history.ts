import * as z from 'zod';
import { DayBars } from '../snapshot/day-bars.ts';
import { floorPercent } from './floor-percent.ts';
import { uptimePercent } from './uptime-percent.ts';

/** How many days, today included, the page and its numbers look back. */
export const HISTORY_DAYS = 90;

/** What the last 90 days say of a service. Percentages are floored; null where nothing was measured. */
export const ServiceHistory = z.object({
  /** Null until there are two days to show. */
  days: DayBars.nullable(),
  uptimePercentage: z.number().nullable(),
  coverage: z.number().nullable(),
  checkRatio: z.number().nullable(),
});
export type ServiceHistory = z.infer<typeof ServiceHistory>;

/** A UTC day in whole seconds per state, and in rounds. `day` counts days since the epoch. */
export type DayCount = {
  day: number;
  operational: number;
  degraded: number;
  partialOutage: number;
  majorOutage: number;
  unknown: number;
  rounds: number;
  upRounds: number;
};

/** The history that ends with day `today`. Days without a count were not measured. */
export function summarizeDays(
  counts: readonly DayCount[],
  troubles: Omit<DayBars, 'states'>,
  today: number,
): ServiceHistory {
  const firstDay = today - HISTORY_DAYS + 1;
  const shown = counts.filter(({ day }) => day >= firstDay && day <= today);
  const byDay = new Map(shown.map((count) => [count.day, count]));
  const letters = Array.from({ length: HISTORY_DAYS }, (_, index) =>
    letterOf(byDay.get(firstDay + index)),
  );
  const isRecord = letters.filter((letter) => letter !== '-').length > 1;
  const total = (read: (count: DayCount) => number) =>
    shown.reduce((sum, count) => sum + read(count), 0);

  const times = {
    operational: total((day) => day.operational),
    degraded: total((day) => day.degraded),
    partialOutage: total((day) => day.partialOutage),
    majorOutage: total((day) => day.majorOutage),
  };
  const { operational, degraded, partialOutage, majorOutage } = times;
  const measured = operational + degraded + partialOutage + majorOutage;
  const unknown = total((day) => day.unknown);
  return {
    days: isRecord ? { states: letters.join(''), ...troubles } : null,
    uptimePercentage: uptimePercent(times, 'lenient'),
    coverage: measured === 0 ? null : floorPercent(measured, measured + unknown),
    checkRatio: floorPercent(
      total((day) => day.upRounds),
      total((day) => day.rounds),
    ),
  };
}

/** The worst that was measured on a day. */
function letterOf(count: DayCount | undefined): string {
  if (count === undefined) return '-';
  if (count.majorOutage > 0) return 'd';
  if (count.partialOutage > 0) return 'p';
  if (count.degraded > 0) return 'g';
  return count.operational > 0 ? 'u' : '-';
}
