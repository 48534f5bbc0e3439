import type { DayBars, Trouble as Stretch } from '../../../core/snapshot/day-bars.ts';
import { HISTORY_DAYS } from '../../../core/uptime/period.ts';
import { durationWords } from './duration-words.ts';
import type { Recent, Trouble } from './recent.ts';
import { STATE_WORDS, stateOfDay, stateOfTrouble, type BarState } from './state.ts';
import { utcDate, utcMinute } from './utc-words.ts';

export const DAYS_SHOWN = HISTORY_DAYS;

/** A bar for each of 90 days; the days before the record are bars without a measurement. */
export function dayBars(days: DayBars | null): BarState[] {
  return Array.from((days?.states ?? '').slice(-DAYS_SHOWN).padStart(DAYS_SHOWN, '-'), stateOfDay);
}

/** The days in words, and the newest stretches of trouble. */
export function daysOf(days: DayBars | null): Recent {
  const bars = dayBars(days);
  return {
    summary: summarize(bars),
    troubles: (days?.troubles ?? []).map(describe),
    older: days?.older ?? 0,
  };
}

function summarize(bars: readonly BarState[]): string {
  const measured = bars.filter((state) => state !== 'unknown').length;
  if (measured === 0) return 'No day on record yet';
  const troubled = bars.filter(isTroubled).length;
  const all = measured === DAYS_SHOWN ? countDays(measured) : `${countDays(measured)} on record`;
  if (troubled > 0) return `Trouble on ${troubled} of ${all}`;
  return `${bars.includes('maintenance') ? 'Only maintenance' : 'No trouble'} in ${all}`;
}

function isTroubled(state: BarState): boolean {
  return state === 'degraded' || state === 'partial' || state === 'down';
}

function countDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function describe({ state, from, to }: Stretch): Trouble {
  const fromMs = Date.parse(from);
  const shown = stateOfTrouble(state);
  return {
    fromMs,
    at: `${utcDate(fromMs)}, ${utcMinute(fromMs)}`,
    state: shown,
    word: shown === 'unknown' ? 'No data' : STATE_WORDS[shown],
    length: to === null ? 'ongoing' : durationWords((Date.parse(to) - fromMs) / 1000),
  };
}
