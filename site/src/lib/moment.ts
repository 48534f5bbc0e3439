import { utcDate, utcDay, utcMinute, utcWeekday } from './utc-words.ts';

/** A minute in UTC for people, and for machines where the words alone would not do. */
export type Moment = { iso: string | null; words: string };

/** The time of day, with its day unless that is today: 14:18, or 23 Nov, 14:18. */
export function toMoment(iso: string, nowMs: number): Moment {
  const ms = Date.parse(iso);
  const clock = utcMinute(ms);
  if (isSameDay(ms, nowMs)) return { iso: null, words: clock };
  return { iso: minuteIso(ms), words: `${utcDate(ms)}, ${clock}` };
}

/** From one minute to another: Sat 28 Nov, 02:00 – 02:45. */
export function spanWords(fromMs: number, toMs: number): string {
  const end = isSameDay(fromMs, toMs) ? utcMinute(toMs) : `${utcWeekday(toMs)}, ${utcMinute(toMs)}`;
  return `${utcWeekday(fromMs)}, ${utcMinute(fromMs)} – ${end}`;
}

/** As `<time>` takes it, without the seconds that nobody reads. */
export function minuteIso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}

function isSameDay(oneMs: number, otherMs: number): boolean {
  return utcDay(oneMs) === utcDay(otherMs);
}
