import { sql, type SQL } from 'drizzle-orm';
import type {
  ComponentChange,
  IncidentSeverity,
  IncidentStatus,
} from '../../core/incidents/incident.ts';
import { OPEN_STATUSES, statusesBefore } from '../../core/incidents/transitions.ts';
import { at, json } from './incident-rows.ts';
import type { Build } from './write-incident.ts';

const ANY = statusesBefore(null);

export type NewUpdate = {
  text: string;
  /** Null: a word that leaves the status as it is. */
  status: IncidentStatus | null;
  components: readonly ComponentChange[];
  /** When the next word is promised; null: nothing is promised. */
  nextUpdateByMs: number | null;
};

/** A word to visitors. It publishes a draft, and from then on people lead the incident. */
export function addUpdate(update: NewUpdate): Build {
  const { text, status, components, nextUpdateByMs } = update;
  return (act) => ({
    action: 'incident.update',
    from: statusesBefore(status),
    set: sql`${toStatus(status, act.nowMs)}, ${lead(act.nowMs)}, next_update_by = ${at(nextUpdateByMs)},
      published_at = coalesce(i.published_at, ${at(act.nowMs)}), publish_by = NULL`,
    row: { kind: 'update', text, status, components },
    isAlready: ({ incident }) => status === 'RESOLVED' && incident.status === 'RESOLVED',
  });
}

/** Over. Resolved again it changes nothing. */
export function resolveIncident(text: string): Build {
  return addUpdate({ text, status: 'RESOLVED', components: [], nextUpdateByMs: null });
}

/** The one way back from resolved. */
export function reopenIncident(text: string): Build {
  return (act) => ({
    action: 'incident.reopen',
    from: ['RESOLVED'],
    set: sql`status = 'INVESTIGATING', resolved_at = NULL, mitigated_at = NULL, ${lead(act.nowMs)},
      published_at = coalesce(i.published_at, ${at(act.nowMs)})`,
    row: { kind: 'update', text, status: 'INVESTIGATING' },
  });
}

/** Another wording for an update; the first one stays on record. */
export function editUpdate({ updateId, text }: { updateId: string; text: string }): Build {
  return (act) => ({
    action: 'incident.edit-update',
    from: ANY,
    set: lead(act.nowMs),
    where: isStanding(updateId),
    row: { kind: 'edit', targetId: updateId, text, status: null },
  });
}

/** Takes an update back: a mark stays in its place. */
export function retractUpdate({ updateId, reason }: { updateId: string; reason: string }): Build {
  return (act) => ({
    action: 'incident.retract-update',
    from: ANY,
    set: lead(act.nowMs),
    where: isStanding(updateId),
    row: { kind: 'retract', targetId: updateId, text: reason, status: null },
    isAlready: ({ timeline }) =>
      timeline.some(({ id, retractedAtMs }) => id === updateId && retractedAtMs !== null),
  });
}

export type Details = {
  title?: string | undefined;
  description?: string | undefined;
  severity?: IncidentSeverity | undefined;
  services?: readonly string[] | undefined;
};

/** Other words for what it is, another severity, other services; what is not given stays. Admins see that it was done. */
export function changeDetails({ title, description, severity, services }: Details): Build {
  const given = Object.entries({ title, description, severity, services });
  const changed = given.filter(([, value]) => value !== undefined).map(([name]) => name);
  return (act) => ({
    action: 'incident.change',
    from: ANY,
    set: sql`title = coalesce(${title ?? null}, i.title), severity = coalesce(${severity ?? null}, i.severity),
      description = coalesce(${description ?? null}, i.description),
      services_affected = coalesce(${services === undefined ? null : json(services)}, i.services_affected),
      ${lead(act.nowMs)}`,
    row: { kind: 'note', text: `Changed: ${changed.join(', ')}`, status: null },
  });
}

/** A person is on it. That alone decides nothing: a draft still publishes itself. */
export function acknowledgeIncident(): Build {
  return (act) => ({
    action: 'incident.acknowledge',
    from: ANY,
    set: sql`acknowledged_at = ${at(act.nowMs)}, acknowledged_by = ${act.author}`,
    where: sql`AND i.acknowledged_at IS NULL`,
    row: { kind: 'note', text: 'Acknowledged', status: null },
    isAlready: ({ incident }) => incident.acknowledgedAtMs !== null,
  });
}

/** A draft becomes public as it stands. */
export function publishIncident(): Build {
  return (act) => ({
    action: 'incident.publish',
    from: ANY,
    set: sql`published_at = ${at(act.nowMs)}, publish_by = NULL, ${lead(act.nowMs)}`,
    where: sql`AND i.published_at IS NULL`,
    row: { kind: 'note', text: 'Published', status: null },
    isAlready: ({ incident }) => incident.publishedAtMs !== null,
  });
}

/** A draft that is to stay one: it will not publish itself. The reason stays on record. */
export function holdIncident(reason: string): Build {
  return (act) => ({
    action: 'incident.hold',
    from: [...OPEN_STATUSES],
    set: sql`publish_by = NULL, ${lead(act.nowMs)}`,
    where: sql`AND i.published_at IS NULL`,
    row: { kind: 'note', text: `Held back: ${reason}`, status: null },
  });
}

/** A draft that was about nothing: closed without a public word. The reason stays on record. */
export function dismissIncident(reason: string): Build {
  return (act) => ({
    action: 'incident.dismiss',
    from: [...OPEN_STATUSES],
    set: sql`${toStatus('RESOLVED', act.nowMs)}, publish_by = NULL, ${lead(act.nowMs)}`,
    where: sql`AND i.published_at IS NULL`,
    row: { kind: 'note', text: `Dismissed: ${reason}`, status: 'RESOLVED' },
  });
}

/** Where the postmortem is; null takes the address away. */
export function setPostmortem(url: string | null): Build {
  return () => ({
    action: 'incident.postmortem',
    from: ANY,
    set: sql`postmortem_url = ${url}`,
    where: sql`AND i.postmortem_url IS DISTINCT FROM ${url}::text`,
    row: { kind: 'note', text: `Postmortem: ${url ?? 'none'}`, status: null },
    isAlready: ({ incident }) => incident.postmortemUrl === url,
  });
}

function toStatus(status: IncidentStatus | null, nowMs: number): SQL {
  switch (status) {
    case null:
      return sql`status = i.status`;
    case 'INVESTIGATING':
    case 'IDENTIFIED':
      return sql`status = ${status}, mitigated_at = NULL`;
    case 'MONITORING':
      return sql`status = ${status}, mitigated_at = coalesce(i.mitigated_at, ${at(nowMs)})`;
    case 'RESOLVED':
      return sql`status = ${status}, resolved_at = ${at(nowMs)},
        mitigated_at = coalesce(i.mitigated_at, ${at(nowMs)})`;
  }
}

// The word of a person: from now on the monitor keeps its hands off.
function lead(nowMs: number): SQL {
  return sql`taken_over_at = coalesce(i.taken_over_at, ${at(nowMs)})`;
}

function isStanding(updateId: string): SQL {
  return sql`AND EXISTS (SELECT FROM incident_updates u
      WHERE u.incident_id = i.id AND u.id::text = ${updateId} AND u.kind = 'update')
    AND NOT EXISTS (SELECT FROM incident_updates u
      WHERE u.incident_id = i.id AND u.target_id::text = ${updateId} AND u.kind = 'retract')`;
}
