import type { IncidentSnapshot, UpdateSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { elementId } from './element-id.ts';
import { toMoment, type Moment } from './moment.ts';
import { nameServices } from './name-services.ts';
import type { BarState } from './state.ts';
import { toTextParts, type TextPart } from './text-parts.ts';

export type Update = {
  at: Moment;
  word: string;
  text: TextPart[];
  /** What happened to it since. */
  note: string | null;
};

/** An incident that is open. */
export type IncidentCard = {
  id: string;
  href: string;
  title: string;
  look: BarState;
  severity: string;
  services: string;
  since: Moment;
  isAcknowledged: boolean;
  /** The newest first. */
  updates: Update[];
  next: { lead: string; at: Moment } | null;
};

const LOOKS = { P1: 'down', P2: 'partial', P3: 'degraded', P4: 'unknown' } as const;
const SEVERITY_WORDS = { P1: 'critical', P2: 'major', P3: 'minor', P4: 'low' } as const;
const UPDATE_WORDS = {
  INVESTIGATING: 'Investigating',
  IDENTIFIED: 'Identified',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
} as const;

export type Page = { services: readonly ServiceSnapshot[]; nowMs: number };

export function toIncidentCard(incident: IncidentSnapshot, page: Page): IncidentCard {
  const { id, title, severity, services, startedAt, isAcknowledged, updates } = incident;
  return {
    id: elementId('incident', id),
    href: incidentHref(id),
    title,
    look: LOOKS[severity],
    severity: severityWords(severity),
    services: nameServices(services, page.services).join(', '),
    since: toMoment(startedAt, page.nowMs),
    isAcknowledged,
    updates: updates.map((update) => toUpdate(update, page.nowMs)),
    next: toNext(incident, page.nowMs),
  };
}

export function incidentHref(id: string): string {
  return `/incidents/${encodeURIComponent(id)}`;
}

export function toUpdate(
  { at, status, text, editedAt, retractedAt }: UpdateSnapshot,
  nowMs: number,
): Update {
  return {
    at: toMoment(at, nowMs),
    word: UPDATE_WORDS[status],
    text: retractedAt === null ? toTextParts(text) : [{ text: 'Taken back.', href: null }],
    note: editedAt === null || retractedAt !== null ? null : 'edited',
  };
}

export function severityWords(severity: IncidentSnapshot['severity']): string {
  return `${severity} ${SEVERITY_WORDS[severity]}`;
}

export function statusWords(status: UpdateSnapshot['status']): string {
  return UPDATE_WORDS[status];
}

export function lookOf({ severity }: IncidentSnapshot): BarState {
  return LOOKS[severity];
}

function toNext({ nextUpdateBy }: IncidentSnapshot, nowMs: number): IncidentCard['next'] {
  if (nextUpdateBy === null) return null;
  const isLate = Date.parse(nextUpdateBy) < nowMs;
  return {
    lead: isLate ? 'The next update was due by' : 'Next update by',
    at: toMoment(nextUpdateBy, nowMs),
  };
}
