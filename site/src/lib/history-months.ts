import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import type { IncidentRecord } from '../../../core/snapshot/incident-snapshot.ts';
import type { MaintenanceRecord } from '../../../core/snapshot/maintenance-snapshot.ts';
import { HISTORY_DAYS } from '../../../core/uptime/period.ts';
import { clipText } from './clip-text.ts';
import { durationWords } from './duration-words.ts';
import { incidentHref, lookOf, type Page } from './incident-card.ts';
import { nameServices } from './name-services.ts';
import type { BarState } from './state.ts';
import { utcDate, utcMonth } from './utc-words.ts';

export type HistoryRow = {
  look: BarState;
  day: string;
  title: string;
  /** Null: it has no page of its own. */
  href: string | null;
  about: string;
  outcome: string;
};

/** What happened in one month, the newest first. */
export type HistoryMonth = { id: string; name: string; rows: HistoryRow[] };

/** Characters of the last word on an incident. */
const MOST_IN_OUTCOME = 200;
const DAY_MS = 86_400_000;

/** Every month that the last 90 days touch, the newest first, also those without anything. */
export function toHistoryMonths(history: HistorySnapshot, page: Page): HistoryMonth[] {
  const incidents = history.incidents.map(
    (one) => [one.startedAt, toIncidentRow(one, page)] as const,
  );
  const work = history.maintenance
    .filter(({ state }) => state === 'completed' || state === 'cancelled')
    .map((one) => [one.from, toWorkRow(one, page)] as const);
  const rows = [...incidents, ...work].toSorted(([a], [b]) => Date.parse(b) - Date.parse(a));
  const byMonth = Map.groupBy(rows, ([iso]) => iso.slice(0, 7));
  const months = new Set([...recentMonths(Date.parse(history.generatedAt)), ...byMonth.keys()]);
  return [...months]
    .toSorted()
    .toReversed()
    .map((id) => ({
      id,
      name: utcMonth(Date.parse(`${id}-01T00:00:00Z`)),
      rows: (byMonth.get(id) ?? []).map(([, row]) => row),
    }));
}

/** How fast things went, in one sentence; null without an incident to tell of. */
export function mediansWords({ incidents, medians }: HistorySnapshot): string | null {
  const { timeToKnowSec, timeToPublishSec, timeToResolveSec } = medians;
  const parts = [
    ...sayMedian('known', timeToKnowSec),
    ...sayMedian('told here', timeToPublishSec),
    ...sayMedian('over', timeToResolveSec),
  ];
  if (parts.length === 0) return null;
  const count = incidents.length === 1 ? 'The one incident' : `Of ${incidents.length} incidents`;
  const lead = incidents.length === 1 ? `${count} was` : `${count} half were`;
  return `${lead} ${parts.join(', ')}, counted from the first failing check.`;
}

function sayMedian(what: string, sec: number | null): string[] {
  return sec === null ? [] : [`${what} after ${durationWords(sec)}`];
}

function recentMonths(nowMs: number): string[] {
  const days = Array.from({ length: HISTORY_DAYS }, (_, ago) => nowMs - ago * DAY_MS);
  return days.map((ms) => new Date(ms).toISOString().slice(0, 7));
}

function toIncidentRow(record: IncidentRecord, page: Page): HistoryRow {
  const { id, title, services, startedAt, timeToResolveSec, updates, severity } = record;
  const length = timeToResolveSec === null ? 'not over yet' : lengthWords(timeToResolveSec);
  return {
    look: lookOf(record),
    day: utcDate(Date.parse(startedAt)),
    title,
    href: incidentHref(id),
    about: [severity, ...nameServices(services, page.services), length].join(' · '),
    outcome: clipText(updates[0]?.text ?? '', MOST_IN_OUTCOME),
  };
}

function toWorkRow(work: MaintenanceRecord, page: Page): HistoryRow {
  const { title, services, from, to, state, endedAt } = work;
  const sec = (Date.parse(state === 'completed' ? (endedAt ?? to) : to) - Date.parse(from)) / 1000;
  const words = state === 'cancelled' ? 'cancelled' : lengthWords(sec);
  return {
    look: 'maintenance',
    day: utcDate(Date.parse(from)),
    title,
    href: null,
    about: ['Planned work', ...nameServices(services, page.services), words].join(' · '),
    outcome: '',
  };
}

function lengthWords(sec: number): string {
  return durationWords(Math.max(60, sec));
}
