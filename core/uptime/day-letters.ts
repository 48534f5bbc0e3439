import type { Uptime } from './compute-uptime.ts';
import type { ServiceState } from './service-state.ts';
import type { Span } from './uptime-input.ts';

const DAY_MS = 86_400_000;
/** The worse comes later: what a day shows is the worst that was measured on it. */
const LETTERS: Record<ServiceState, string> = {
  unknown: '-',
  operational: 'u',
  maintenance: 'm',
  degraded: 'g',
  partial_outage: 'p',
  major_outage: 'd',
};
const BY_SEVERITY = Object.values(LETTERS).join('');

/** The worst state of each UTC day of a window that begins with a day, as DayBars has it: a letter a day. */
export function dayLetters(intervals: Uptime['intervals'], { fromMs, toMs }: Span): string {
  const days = Array.from({ length: Math.ceil((toMs - fromMs) / DAY_MS) }, () => 0);
  for (const { state, from, to } of intervals) {
    const severity = BY_SEVERITY.indexOf(LETTERS[state]);
    const first = Math.floor((Date.parse(from) - fromMs) / DAY_MS);
    const end = Math.ceil((Date.parse(to) - fromMs) / DAY_MS);
    for (let day = first; day < end; day += 1) days[day] = Math.max(days[day] ?? 0, severity);
  }
  return days.map((severity) => BY_SEVERITY.charAt(severity)).join('');
}
