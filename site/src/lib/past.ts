import type { IncidentSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { Fitted } from './fit-page.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { DAYS_SHOWN } from './days.ts';
import { durationWords } from './duration-words.ts';
import { elementId } from './element-id.ts';
import { lookOf } from './incident-card.ts';
import { nameServices } from './name-services.ts';
import type { BarState } from './state.ts';
import { toTextParts, type TextPart } from './text-parts.ts';
import { utcDate, utcDay, utcDayMinute } from './utc-words.ts';

/** Days without an incident, or a resolved one. */
type PastRow =
  | { kind: 'quiet'; days: string }
  | {
      kind: 'incident';
      id: string;
      look: BarState;
      day: string;
      title: string;
      /** Which services, and for how long. */
      about: string;
      /** The last word on it. */
      outcome: TextPart[];
    };

/** What came before, newest first, and a sentence for what the rows do not tell. */
export type Past = { rows: PastRow[]; note: string | null };

const DAY_MS = 86_400_000;

/** The last 90 days as far as they are on record, up to the day on which the snapshot was made. */
export function toPast(snapshot: Snapshot, { shown, left }: Fitted<IncidentSnapshot>): Past {
  const { history, generatedAt } = snapshot;
  const sinceMs = sinceOf(snapshot);
  const toMs = Date.parse(generatedAt);
  if (history.length === 0 && toMs - sinceMs < DAY_MS) {
    const began = `${utcDayMinute(sinceMs)} UTC`;
    return { rows: [], note: `None so far: the record began on ${began}.` };
  }
  const { rows, quietUntil } = layRows(shown, snapshot);
  // The snapshot itself may have had room for some of them only.
  const hidden = left + Math.max(0, snapshot.historyCount - history.length);
  if (hidden > 0) {
    const more = rows.length === 0 ? String(hidden) : `And ${hidden} more`;
    return { rows, note: `${more} in these ${DAYS_SHOWN} days.` };
  }
  const firstDay = Math.max(dayOf(sinceMs), dayOf(toMs) - DAYS_SHOWN + 1);
  if (rows.length === 0 && quietUntil === dayOf(toMs)) {
    return { rows, note: `None since ${utcDay(firstDay * DAY_MS)}.` };
  }
  return { rows: [...rows, ...quiet(firstDay, quietUntil)], note: null };
}

/** The incidents with the quiet days between them, and the last day before all of them. */
function layRows(resolved: readonly IncidentSnapshot[], snapshot: Snapshot) {
  const toMs = Date.parse(snapshot.generatedAt);
  const rows: PastRow[] = [];
  // A day with an incident that is still open is not quiet.
  let quietUntil = Math.min(
    dayOf(toMs),
    ...snapshot.incidents.map((one) => dayOf(startOf(one)) - 1),
  );
  for (const incident of resolved) {
    rows.push(...quiet(dayOf(endOf(incident, toMs)) + 1, quietUntil), toRow(incident, snapshot));
    quietUntil = Math.min(quietUntil, dayOf(startOf(incident)) - 1);
  }
  return { rows, quietUntil };
}

function toRow(incident: IncidentSnapshot, { services, generatedAt }: Snapshot): PastRow {
  const startedMs = startOf(incident);
  const endedMs = endOf(incident, Date.parse(generatedAt));
  const names = nameServices(incident.services, services).join(', ');
  const length = durationWords(Math.max(60, (endedMs - startedMs) / 1000));
  return {
    kind: 'incident',
    id: elementId('past', incident.id),
    look: lookOf(incident),
    day: utcDate(startedMs),
    title: incident.title,
    about: [...(names === '' ? [] : [names]), length].join(' · '),
    outcome: toTextParts(incident.updates[0]?.text ?? ''),
  };
}

function quiet(fromDay: number, toDay: number): PastRow[] {
  if (toDay < fromDay) return [];
  return [{ kind: 'quiet', days: daysWords(fromDay * DAY_MS, toDay * DAY_MS) }];
}

function daysWords(fromMs: number, toMs: number): string {
  const [from, to] = [utcDate(fromMs), utcDate(toMs)];
  if (from === to) return to;
  const [day, month] = from.split(' ');
  return to.endsWith(` ${month}`) ? `${day} – ${to}` : `${from} – ${to}`;
}

function sinceOf({ watchingSince, history }: Snapshot): number {
  return Math.min(Date.parse(watchingSince), ...history.map(startOf));
}

function startOf({ startedAt }: IncidentSnapshot): number {
  return Date.parse(startedAt);
}

function endOf({ resolvedAt }: IncidentSnapshot, otherwiseMs: number): number {
  return resolvedAt === null ? otherwiseMs : Date.parse(resolvedAt);
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}
