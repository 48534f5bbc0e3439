import type { Uptime } from './compute-uptime.ts';
import type { ServiceState } from './service-state.ts';
import type { Span } from './uptime-input.ts';

const DAY_MS = 86_400_000;
/** The worse comes later: what a bar shows is the worst that was measured in it. */
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
export function dayLetters(intervals: Uptime['intervals'], window: Span): string {
  return barLetters(intervals, window, DAY_MS);
}

/** The worst state of each `barMs` milliseconds of a window, a letter each, in the letters of DayBars. */
export function barLetters(
  intervals: Uptime['intervals'],
  { fromMs, toMs }: Span,
  barMs: number,
): string {
  const bars = Array.from({ length: Math.ceil((toMs - fromMs) / barMs) }, () => 0);
  for (const { state, from, to } of intervals) {
    const severity = BY_SEVERITY.indexOf(LETTERS[state]);
    const first = Math.floor((Date.parse(from) - fromMs) / barMs);
    const end = Math.ceil((Date.parse(to) - fromMs) / barMs);
    for (let bar = first; bar < end; bar += 1) bars[bar] = Math.max(bars[bar] ?? 0, severity);
  }
  return bars.map((severity) => BY_SEVERITY.charAt(severity)).join('');
}
