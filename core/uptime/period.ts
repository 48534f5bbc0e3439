import type { Span } from './uptime-input.ts';

const DAY_MS = 86_400_000;
/** How many days, today included, the page and its numbers look back. */
export const HISTORY_DAYS = 90;
/** How many days rounds and intervals are kept for. */
export const LEDGER_DAYS = 400;
export const LAST_DAYS = `last-${HISTORY_DAYS}-days`;

/** How a stretch of UTC time is named: `last-90-days`, a month `2026-11`, a day `2026-11-24`. */
export type Period = { name: string; kind: 'recent' | 'month' | 'day' };

/** The period of a name, or null where there is no such day or month. */
export function parsePeriod(name: string): Period | null {
  if (name === LAST_DAYS) return { name, kind: 'recent' };
  const kind = name.length === 7 ? 'month' : 'day';
  const text = kind === 'month' ? `${name}-01` : name;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const startMs = Date.parse(text);
  if (Number.isNaN(startMs) || dayName(startMs) !== text) return null;
  return { name, kind };
}

/** The time of a period, as far as it was counted: up to `untilMs`. Null when it begins later. */
export function periodWindow({ name, kind }: Period, untilMs: number): Span | null {
  const fromMs =
    kind === 'recent' ? firstDayMs(untilMs) : Date.parse(kind === 'day' ? name : `${name}-01`);
  if (fromMs >= untilMs) return null;
  if (kind === 'recent') return { fromMs, toMs: untilMs };
  const endMs = kind === 'day' ? fromMs + DAY_MS : nextMonthMs(fromMs);
  return { fromMs, toMs: Math.min(endMs, untilMs) };
}

/** The start of the first of the last 90 days. A day that has just begun is the last of them. */
export function firstDayMs(untilMs: number): number {
  return Math.floor((untilMs - 1) / DAY_MS) * DAY_MS - (HISTORY_DAYS - 1) * DAY_MS;
}

/** `2026-11` for any time in that UTC month. */
export function monthName(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/** `2026-11-24` for any time on that UTC day. */
function dayName(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

export function monthStartMs(timeMs: number): number {
  return Date.parse(`${monthName(timeMs)}-01`);
}

/** The start of the UTC month after the one that a time is in. */
export function nextMonthMs(timeMs: number): number {
  const start = new Date(monthStartMs(timeMs));
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1);
}
