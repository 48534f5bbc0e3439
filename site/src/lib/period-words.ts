import { LAST_DAYS } from '../../../core/uptime/period.ts';
import { MONTHS, utcDate, utcDay } from './utc-words.ts';

/** A period in words: "The last 90 days", "Oct 2026", "4 Nov 2026". */
export function periodWords(name: string): string {
  if (name === LAST_DAYS) return 'The last 90 days';
  return name.length === 7 ? monthWords(name) : utcDay(Date.parse(name));
}

/** A month "2026-10" in words: "Oct 2026". */
export function monthWords(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** The days that a time touches: "27 Aug to 24 Nov 2026", or one day. */
export function spanWords(fromMs: number, toMs: number): string {
  const [first, last] = [utcDay(fromMs), utcDay(toMs - 1)];
  return first === last ? first : `${utcDate(fromMs)} to ${last}`;
}
