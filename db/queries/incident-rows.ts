import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { Incident } from '../../core/incidents/incident.ts';
import { foldTimeline, TimelineRow, type TimelineEntry } from '../../core/incidents/timeline.ts';

/** An incident without its timeline, as JSON of a row `i` of incident_logs. */
export const INCIDENT_ONLY_JSON: SQL = sql`jsonb_build_object('id', i.id, 'revision', i.revision,
  'title', i.title, 'description', i.description, 'severity', i.severity, 'status', i.status,
  'services', i.services_affected, 'origin', i.origin, 'evidence', i.evidence,
  'startedAtMs', ${ms('i.started_at')}, 'detectedAtMs', ${ms('i.detected_at')},
  'acknowledgedAtMs', ${ms('i.acknowledged_at')}, 'acknowledgedBy', i.acknowledged_by,
  'publishedAtMs', ${ms('i.published_at')}, 'mitigatedAtMs', ${ms('i.mitigated_at')},
  'resolvedAtMs', ${ms('i.resolved_at')}, 'publishByMs', ${ms('i.publish_by')},
  'takenOverAtMs', ${ms('i.taken_over_at')}, 'nextUpdateByMs', ${ms('i.next_update_by')},
  'postmortemUrl', i.postmortem_url, 'updatedAtMs', ${ms('i.updated_at')})`;

/** An incident with its timeline, as JSON of a row `i` of incident_logs. */
export const INCIDENT_JSON: SQL = sql`${INCIDENT_ONLY_JSON} || jsonb_build_object('rows', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'key', u.key, 'kind', u.kind,
      'targetId', u.target_id, 'atMs', ${ms('u.at')}, 'author', u.author, 'status', u.status,
      'text', u.text, 'components', u.components) ORDER BY u.seq), '[]')
    FROM incident_updates u WHERE u.incident_id = i.id))`;

/** What an answer and the audit log have of an incident, as JSON of a row `i`. */
export const INCIDENT_BRIEF_JSON: SQL = sql`jsonb_build_object('id', i.id, 'revision', i.revision,
  'title', i.title, 'severity', i.severity, 'status', i.status, 'services', i.services_affected,
  'startedAt', ${iso('i.started_at')}, 'acknowledgedBy', i.acknowledged_by, 'publishedAt', ${iso('i.published_at')},
  'resolvedAt', ${iso('i.resolved_at')}, 'nextUpdateBy', ${iso('i.next_update_by')}, 'postmortemUrl', i.postmortem_url)`;

const Row = Incident.extend({ rows: z.array(TimelineRow) });

/** An incident with its timeline, oldest entry first, and the keys of all that was ever written of it. */
export type StoredIncident = { incident: Incident; timeline: TimelineEntry[]; keys: string[] };

export function parseIncident(value: unknown): StoredIncident {
  const { rows, ...incident } = Row.parse(value);
  return { incident, timeline: foldTimeline(rows), keys: rows.map(({ key }) => key) };
}

/** A time of a row in milliseconds, for JSON. */
export function ms(column: string): SQL {
  return sql`extract(epoch FROM ${sql.raw(column)}) * 1000`;
}

/** A time of a row as ISO in UTC, for JSON. */
export function iso(column: string): SQL {
  return sql`to_char(${sql.raw(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Milliseconds as a value of type timestamptz. */
export function at(timeMs: number | null): SQL {
  return sql`${timeMs === null ? null : new Date(timeMs).toISOString()}::timestamptz`;
}

export function json(value: unknown): SQL {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** A list of words as a value of type text[]. */
export function words(list: readonly string[]): SQL {
  return sql`ARRAY(SELECT jsonb_array_elements_text(${json(list)}))`;
}
