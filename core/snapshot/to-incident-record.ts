import { timesOf } from '../incidents/incident-times.ts';
import type { Incident } from '../incidents/incident.ts';
import type { TimelineEntry } from '../incidents/timeline.ts';
import type { IncidentRecord, UpdateSnapshot } from './incident-snapshot.ts';

const MOST_EVIDENCE = 20;

/** An incident as visitors may see it, or null while it is a draft. Who wrote what, and notes, are for admins. */
export function toIncidentRecord(
  incident: Incident,
  timeline: readonly TimelineEntry[],
): IncidentRecord | null {
  if (incident.publishedAtMs === null) return null;
  const { id, title, severity, status, services, postmortemUrl } = incident;
  return {
    id,
    title,
    severity,
    status,
    services,
    postmortemUrl,
    ...timesOf(incident),
    startedAt: toIso(incident.startedAtMs),
    detectedAt: toIsoOrNull(incident.detectedAtMs),
    acknowledgedAt: toIsoOrNull(incident.acknowledgedAtMs),
    publishedAt: toIso(incident.publishedAtMs),
    mitigatedAt: toIsoOrNull(incident.mitigatedAtMs),
    resolvedAt: toIsoOrNull(incident.resolvedAtMs),
    isAcknowledged: incident.acknowledgedAtMs !== null,
    nextUpdateBy: incident.status === 'RESOLVED' ? null : toIsoOrNull(incident.nextUpdateByMs),
    updates: timeline
      .filter(({ kind }) => kind === 'update')
      .map(toUpdate)
      .toReversed(),
    omittedUpdates: 0,
    evidence: incident.evidence
      .slice(0, MOST_EVIDENCE)
      .map(({ service, state, sinceMs, rounds }) => ({
        service,
        state,
        since: toIso(sinceMs),
        rounds: rounds.map(({ result, count }) => ({ result, count })),
      })),
  };
}

function toUpdate(entry: TimelineEntry): UpdateSnapshot {
  const { atMs, status, text, components, editedAtMs, retractedAtMs } = entry;
  return {
    at: toIso(atMs),
    status,
    text,
    components: retractedAtMs === null ? components : [],
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
