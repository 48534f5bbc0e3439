import { HISTORY_DAYS } from '../uptime/period.ts';
import { medianTimes } from '../incidents/incident-times.ts';
import type { Incident } from '../incidents/incident.ts';
import { stateOfWindow, type MaintenanceWindow } from '../incidents/maintenance-window.ts';
import type { TimelineEntry } from '../incidents/timeline.ts';
import { fitRecords } from './fit-records.ts';
import type { HistorySnapshot } from './history-snapshot.ts';
import type { IncidentRecord, IncidentSnapshot } from './incident-snapshot.ts';
import { jsonBytes } from './json-bytes.ts';
import type { MaintenanceRecord, MaintenanceSnapshot } from './maintenance-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { toIncidentRecord } from './to-incident-record.ts';

/** The part of a snapshot that people write. */
export type PublicWords = Pick<
  Snapshot,
  'incidents' | 'history' | 'historyCount' | 'maintenance' | 'wordsRevision'
>;

export const NO_WORDS: PublicWords = {
  incidents: [],
  history: [],
  historyCount: 0,
  maintenance: [],
  wordsRevision: 0,
};

/** What is stored of people's words. */
export type StoredWords = {
  revision: number;
  incidents: readonly { incident: Incident; timeline: readonly TimelineEntry[] }[];
  windows: readonly MaintenanceWindow[];
};

/** What the status page has room for, and what all of it may take in the store: in bytes of JSON. */
const MOST_OPEN = 20;
const MOST_OPEN_BYTES = 64 * 1024;
const MOST_RESOLVED = 8;
/** Characters. */
const MOST_IN_OUTCOME = 300;
const MOST_WORK = 20;
const MOST_WORK_BYTES = 32 * 1024;
const MOST_HISTORY_BYTES = 1024 * 1024;
const MOST_PAST_WORK_BYTES = 128 * 1024;
const DAY_MS = 86_400_000;

/** What is published of people's words: with the snapshot, and beside it. */
export function publishWords(
  stored: StoredWords,
  nowMs: number,
): { words: PublicWords; history: HistorySnapshot } {
  const records = listRecords(stored, nowMs);
  const work = stored.windows.map(toWork);
  const resolved = records.filter(({ resolvedAt }) => resolvedAt !== null);
  const open = records.filter(({ resolvedAt }) => resolvedAt === null).slice(0, MOST_OPEN);
  return {
    words: {
      incidents: fitRecords(open, MOST_OPEN_BYTES).map(toBrief),
      history: resolved.slice(0, MOST_RESOLVED).map(toOutcome),
      historyCount: resolved.length,
      maintenance: listComing(work),
      wordsRevision: stored.revision,
    },
    history: {
      v: 1,
      seq: nowMs,
      generatedAt: toIso(nowMs),
      incidents: fitRecords(records, MOST_HISTORY_BYTES),
      maintenance: listPast(work, nowMs),
      medians: medianTimes(records),
    },
  };
}

function listRecords({ incidents }: StoredWords, nowMs: number): IncidentRecord[] {
  const sinceMs = nowMs - HISTORY_DAYS * DAY_MS;
  return incidents
    .flatMap(({ incident, timeline }) => toIncidentRecord(incident, timeline) ?? [])
    .filter(({ resolvedAt }) => resolvedAt === null || Date.parse(resolvedAt) >= sinceMs)
    .toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}

function toBrief(record: IncidentRecord): IncidentSnapshot {
  const { id, title, severity, services, startedAt, resolvedAt } = record;
  const { isAcknowledged, nextUpdateBy, updates } = record;
  return {
    id,
    title,
    severity,
    services,
    startedAt,
    resolvedAt,
    isAcknowledged,
    nextUpdateBy,
    updates,
  };
}

/** With the last word on it and no other. */
function toOutcome(record: IncidentRecord): IncidentSnapshot {
  const updates = record.updates.slice(0, 1);
  const clipped = updates.map((one) => ({ ...one, text: clip(one.text) }));
  return toBrief({ ...record, updates: clipped });
}

function clip(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= MOST_IN_OUTCOME) return text;
  return `${characters.slice(0, MOST_IN_OUTCOME - 1).join('')}…`;
}

// Under way first, then the next ones.
function listComing(work: readonly MaintenanceRecord[]): MaintenanceSnapshot[] {
  const coming = work
    .filter(({ state }) => state === 'announced' || state === 'started')
    .toSorted(
      (a, b) =>
        Number(b.isUnderWay) - Number(a.isUnderWay) || Date.parse(a.from) - Date.parse(b.from),
    )
    .slice(0, MOST_WORK);
  return takeBytes(coming, MOST_WORK_BYTES).map(
    ({ id, title, text, services, from, to, isUnderWay, announcedAt }) => {
      return { id, title, text, services, from, to, isUnderWay, announcedAt };
    },
  );
}

function listPast(work: readonly MaintenanceRecord[], nowMs: number): MaintenanceRecord[] {
  const sinceMs = nowMs - HISTORY_DAYS * DAY_MS;
  const shown = work
    .filter(({ to, endedAt }) => Date.parse(endedAt ?? to) >= sinceMs)
    .toSorted((a, b) => Date.parse(b.from) - Date.parse(a.from));
  return takeBytes(shown, MOST_PAST_WORK_BYTES);
}

function takeBytes<T>(items: readonly T[], mostBytes: number): T[] {
  let left = mostBytes;
  return items.filter((item) => {
    left -= jsonBytes(item);
    return left >= 0;
  });
}

function toWork(window: MaintenanceWindow): MaintenanceRecord {
  const { id, title, text, services, startsAtMs, endsAtMs, announcedAtMs } = window;
  const endedAtMs = window.completedAtMs ?? window.cancelledAtMs;
  const state = stateOfWindow(window);
  return {
    id,
    title,
    text,
    services,
    from: toIso(startsAtMs),
    to: toIso(endsAtMs),
    isUnderWay: state === 'started',
    announcedAt: toIso(announcedAtMs),
    state,
    endedAt: endedAtMs === null ? null : toIso(endedAtMs),
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
