import type { IncidentSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import type { Room } from './room.ts';

/** How many of a kind are shown at most, and what one takes beside its words, in bytes, gzipped. */
const NOTICE_BYTES = 40;
const LINE_BYTES = 20;
const INCIDENTS = { most: Infinity, bytes: 110 };
const OLDER_UPDATES = { most: 2, bytes: 30 };
const WORK = { most: Infinity, bytes: 100 };
const PLANNED = { most: 3, bytes: 60 };
const PAST = { most: 8, bytes: 55 };

/** Characters. */
const MOST_IN_TITLE = 120;
const MOST_IN_TEXT = 280;
const MOST_IN_LINE = 160;
/** Where there is no room for a title: what leads to the whole of it must still have a name. */
const UNTITLED = 'See more';

/** What there is room for, and how many there is none for. */
export type Fitted<Item> = { shown: Item[]; left: number };

/** The notice, as far as there is room. */
export function fitNotice({ banner }: Snapshot, room: Room): Snapshot['banner'] {
  return banner !== null && room.take(NOTICE_BYTES) ? fitText(banner, room) : null;
}

/** Where words and measurements do not agree, a line each. */
export function fitLines(lines: readonly string[], room: Room): string[] {
  const fitted = lines.map((line) => (room.take(LINE_BYTES) ? room.fit(line, MOST_IN_LINE) : ''));
  return fitted.filter((line) => line !== '');
}

/** The open incidents: the newest update of each comes before an older one of any. */
export function fitIncidents({ incidents }: Snapshot, room: Room): Fitted<IncidentSnapshot> {
  const { shown, left } = fitEach(incidents, { ...INCIDENTS, room }, (incident) => ({
    ...fitNewest(fitTitle(incident, room), room),
    older: incident.updates.slice(1),
  }));
  const whole = shown.map(({ older, ...incident }) => {
    const fitted = fitEach(older, { ...OLDER_UPDATES, room }, (update) => fitText(update, room));
    return { ...incident, updates: [...incident.updates, ...fitted.shown] };
  });
  return { shown: whole, left };
}

/** Announced work, under way or to come. */
export function fitWork(
  { maintenance }: Snapshot,
  kind: 'under way' | 'planned',
  room: Room,
): Fitted<MaintenanceSnapshot> {
  const isUnderWay = kind === 'under way';
  const meant = maintenance.filter((work) => work.isUnderWay === isUnderWay);
  return fitEach(meant, { ...(isUnderWay ? WORK : PLANNED), room }, (work) =>
    fitText(fitTitle(work, room), room),
  );
}

/** What is resolved, newest first: a title comes before the last word on any of them. */
export function fitPast({ history }: Snapshot, room: Room): Fitted<IncidentSnapshot> {
  const newestFirst = history.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  const { shown, left } = fitEach(newestFirst, { ...PAST, room }, (incident) =>
    fitTitle(incident, room),
  );
  return { shown: shown.map((incident) => fitNewest(incident, room)), left };
}

function fitEach<Item, Shown>(
  items: readonly Item[],
  { most, bytes, room }: { most: number; bytes: number; room: Room },
  fit: (item: Item) => Shown,
): Fitted<Shown> {
  const shown: Shown[] = [];
  for (const item of items) {
    if (shown.length === most || !room.take(bytes)) break;
    shown.push(fit(item));
  }
  return { shown, left: items.length - shown.length };
}

function fitNewest(incident: IncidentSnapshot, room: Room): IncidentSnapshot {
  const newest = incident.updates.slice(0, 1);
  return { ...incident, updates: newest.map((update) => fitText(update, room)) };
}

function fitTitle<Item extends { title: string }>(item: Item, room: Room): Item {
  return { ...item, title: room.fit(item.title, MOST_IN_TITLE) || UNTITLED };
}

function fitText<Item extends { text: string }>(item: Item, room: Room): Item {
  return { ...item, text: room.fit(item.text, MOST_IN_TEXT) };
}
