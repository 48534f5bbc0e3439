import { timesOf, type IncidentTimes } from './incident-times.ts';
import type { ComponentChange, Incident, IncidentStatus } from './incident.ts';
import type { TimelineEntry } from './timeline.ts';

type TimelineAnswer = {
  id: string;
  kind: TimelineEntry['kind'];
  timestamp: string;
  update: string;
  /** Null: the monitor. */
  author: string | null;
  status: IncidentStatus;
  components: ComponentChange[];
  editedAt: string | null;
  retractedAt: string | null;
};

export type IncidentAnswer = IncidentTimes & {
  id: string;
  revision: number;
  title: string;
  description: string;
  severity: Incident['severity'];
  status: IncidentStatus;
  servicesAffected: string[];
  origin: Incident['origin'];
  isDraft: boolean;
  /** People lead it: the monitor adds evidence and notes only. */
  isTakenOver: boolean;
  startedAt: string;
  detectedAt: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  publishedAt: string | null;
  /** When a draft publishes itself. */
  publishBy: string | null;
  mitigatedAt: string | null;
  resolvedAt: string | null;
  nextUpdateBy: string | null;
  postmortemUrl: string | null;
  evidence: Incident['evidence'];
  /** Oldest first. */
  timeline: TimelineAnswer[];
};

/** An incident as admins read it: all of it, times as ISO, durations in seconds. */
export function toIncidentAnswer(
  incident: Incident,
  timeline: readonly TimelineEntry[],
): IncidentAnswer {
  const { id, revision, title, description, severity, status, services, origin } = incident;
  return {
    id,
    revision,
    title,
    description,
    severity,
    status,
    servicesAffected: services,
    origin,
    isDraft: incident.publishedAtMs === null,
    isTakenOver: incident.takenOverAtMs !== null,
    ...timesOf(incident),
    startedAt: toIso(incident.startedAtMs),
    detectedAt: toIsoOrNull(incident.detectedAtMs),
    acknowledgedAt: toIsoOrNull(incident.acknowledgedAtMs),
    acknowledgedBy: incident.acknowledgedBy,
    publishedAt: toIsoOrNull(incident.publishedAtMs),
    publishBy: toIsoOrNull(incident.publishByMs),
    mitigatedAt: toIsoOrNull(incident.mitigatedAtMs),
    resolvedAt: toIsoOrNull(incident.resolvedAtMs),
    nextUpdateBy: toIsoOrNull(incident.nextUpdateByMs),
    postmortemUrl: incident.postmortemUrl,
    evidence: incident.evidence,
    timeline: timeline.map(toTimelineAnswer),
  };
}

function toTimelineAnswer(entry: TimelineEntry): TimelineAnswer {
  const { id, kind, atMs, text, author, status, components, editedAtMs, retractedAtMs } = entry;
  return {
    id,
    kind,
    timestamp: toIso(atMs),
    update: text,
    author,
    status,
    components,
    editedAt: toIsoOrNull(editedAtMs),
    retractedAt: toIsoOrNull(retractedAtMs),
  };
}

function toIsoOrNull(ms: number | null): string | null {
  return ms === null ? null : toIso(ms);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
