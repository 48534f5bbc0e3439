import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { DeskChange } from '../../core/incidents/desk-change.ts';
import { ComponentState, Evidence, Incident } from '../../core/incidents/incident.ts';
import { MaintenanceWindow, type WindowStep } from '../../core/incidents/maintenance-window.ts';
import type { Db } from '../client.ts';
import { at, INCIDENT_ONLY_JSON, json } from './incident-rows.ts';
import { WINDOW_JSON } from './window-rows.ts';

/** An outage that a person closed is known for so long. */
const CLOSED_DAYS = 7;
const MOST_CLOSED = 50;

/** What the timeline of an incident `i` says of each service by now. */
const CLAIMS = sql`(SELECT coalesce(jsonb_object_agg(service, state), '{}') FROM (
  SELECT DISTINCT ON (one->>'service') one->>'service' AS service, one->>'state' AS state
  FROM incident_updates u, jsonb_array_elements(u.components) AS one
  WHERE u.incident_id = i.id AND u.kind = 'update' AND NOT EXISTS (SELECT FROM incident_updates r
    WHERE r.incident_id = i.id AND r.target_id = u.id AND r.kind = 'retract')
  ORDER BY one->>'service', u.seq DESC) AS newest)`;

const State = z.enum(['operational', 'degraded', 'partial_outage', 'major_outage', 'unknown']);

const StoredDesk = z.object({
  /** Grows with every change of what people and the monitor say. */
  revision: z.number(),
  services: z.array(
    z.object({
      serviceName: z.string(),
      displayName: z.string(),
      state: State,
      sinceMs: z.number().transform(Math.round),
      outage: Evidence.nullable(),
    }),
  ),
  /** Open ones, drafts too, and those that were closed of late. */
  incidents: z.array(Incident.extend({ claims: z.record(z.string(), ComponentState) })),
  /** Work that is announced or under way, up to now. */
  windows: z.array(MaintenanceWindow),
  /** How long half of the public incidents of the last 90 days were open; null without any. */
  usualMs: z.number().nullable(),
});
export type StoredDesk = z.infer<typeof StoredDesk>;

/** What the monitor decides by, read by one statement so that its parts belong together. */
export async function readDesk(db: Db, nowMs: number): Promise<StoredDesk> {
  const { rows } = await db.execute(sql`
    SELECT revision,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('serviceName', s.service_name,
          'displayName', s.display_name, 'state', c.state, 'sinceMs', extract(epoch FROM c.from_at) * 1000,
          'outage', CASE WHEN o.from_at IS NOT NULL THEN jsonb_build_object('service', s.service_name,
            'sinceMs', extract(epoch FROM o.from_at) * 1000, 'rounds', o.deciding,
            'state', CASE WHEN c.state = 'unknown' THEN o.state ELSE c.state END) END)), '[]')
        FROM service_statuses s
        JOIN service_intervals c ON c.service_name = s.service_name AND c.to_at IS NULL
        LEFT JOIN LATERAL (SELECT to_at FROM service_intervals
          WHERE service_name = s.service_name AND state IN ('operational', 'degraded')
          ORDER BY from_at DESC LIMIT 1) well ON true
        LEFT JOIN LATERAL (SELECT from_at, state, deciding FROM service_intervals
          WHERE service_name = s.service_name AND state IN ('partial_outage', 'major_outage')
            AND from_at >= coalesce(well.to_at, '-infinity') AND c.state NOT IN ('operational', 'degraded')
          ORDER BY from_at LIMIT 1) o ON true
        WHERE s.deleted_at IS NULL) AS services,
      (SELECT coalesce(jsonb_agg(${INCIDENT_ONLY_JSON} || jsonb_build_object('claims', ${CLAIMS}) ORDER BY i.started_at, i.id), '[]') FROM (
        (SELECT * FROM incident_logs WHERE status <> 'RESOLVED' AND deleted_at IS NULL)
        UNION ALL
        (SELECT * FROM incident_logs WHERE status = 'RESOLVED' AND deleted_at IS NULL
          AND resolved_at > ${at(nowMs)} - interval '${sql.raw(String(CLOSED_DAYS))} days'
          ORDER BY resolved_at DESC LIMIT ${MOST_CLOSED})) AS i) AS incidents,
      (SELECT coalesce(jsonb_agg(${WINDOW_JSON} ORDER BY w.starts_at, w.id), '[]')
        FROM maintenance_windows w WHERE w.starts_at <= ${at(nowMs)} AND w.completed_at IS NULL
          AND w.cancelled_at IS NULL AND w.deleted_at IS NULL) AS windows,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - started_at))
          ::float8 * 1000
        FROM incident_logs WHERE published_at IS NOT NULL AND deleted_at IS NULL
          AND resolved_at > ${at(nowMs)} - interval '90 days') AS "usualMs"
    FROM incident_desk`);
  if (rows[0] === undefined) throw new Error('Cannot read the desk: incident_desk has no row');
  return StoredDesk.parse(rows[0]);
}

export type Decided = {
  /** The revision that was decided by. */
  revision: number;
  changes: readonly DeskChange[];
  windows: readonly WindowStep[];
  nowMs: number;
};

/** Stores what was decided whole, or nothing of it. False: somebody has written since it was read. */
export async function applyDecided(
  db: Db,
  { revision, changes, windows, nowMs }: Decided,
): Promise<boolean> {
  const now = at(nowMs);
  const { rows } = await db.execute(sql`
    WITH gate AS (
      UPDATE incident_desk SET revision = revision + 1 WHERE revision = ${revision} RETURNING revision
    ), opening AS (
      SELECT one.* FROM gate, jsonb_to_recordset(${json(changes.flatMap(toOpening))}) AS one(key text,
        title text, description text, severity text, status text, services jsonb, evidence jsonb,
        started_at timestamptz, published_at timestamptz, publish_by timestamptz, row jsonb)
    ), opened AS (
      INSERT INTO incident_logs (key, title, description, severity, status, services_affected, origin,
        evidence, started_at, detected_at, published_at, publish_by, created_at, updated_at)
      SELECT key, title, description, severity, status, services, 'monitor', evidence, started_at,
        ${now}, published_at, publish_by, ${now}, ${now} FROM opening
      ON CONFLICT (key) DO NOTHING RETURNING id, key
    ), changing AS (
      SELECT one.* FROM gate, jsonb_to_recordset(${json(changes.flatMap(toChanging))}) AS one(id uuid,
        title text, severity text, status text, services jsonb, evidence jsonb, published_at timestamptz, publish_by timestamptz,
        mitigated_at timestamptz, resolved_at timestamptz, key text, row jsonb)
    ), changed AS (
      UPDATE incident_logs i SET revision = i.revision + 1, updated_at = ${now}, title = c.title, severity = c.severity,
        status = c.status,
        services_affected = c.services, evidence = c.evidence, published_at = c.published_at,
        publish_by = c.publish_by, mitigated_at = c.mitigated_at, resolved_at = c.resolved_at
      FROM changing c WHERE i.id = c.id RETURNING i.id
    ), said AS (
      SELECT opened.id, key, row FROM opened JOIN opening USING (key)
      UNION ALL SELECT id, key, row FROM changed JOIN changing USING (id)
    ), added AS (
      INSERT INTO incident_updates (incident_id, key, kind, at, status, text, components)
      SELECT id, key, row->>'kind', ${now}, row->>'status', row->>'text', row->'components' FROM said
      ON CONFLICT DO NOTHING
    ), stepped AS (
      UPDATE maintenance_windows w SET revision = w.revision + 1, updated_at = ${now},
        started_at = CASE WHEN step.kind = 'start' THEN step.at ELSE w.started_at END,
        completed_at = CASE WHEN step.kind = 'complete' THEN step.at ELSE w.completed_at END
      FROM gate, jsonb_to_recordset(${json(windows.map(toStep))}) AS step(id uuid, kind text, at timestamptz)
      WHERE w.id = step.id
    )
    SELECT revision FROM gate`);
  return rows.length === 1;

  function toChanging(change: DeskChange) {
    if (change.kind === 'open') return [];
    const { id, kind, incident, row } = change;
    return [
      {
        id,
        title: incident.title,
        severity: incident.severity,
        status: incident.status,
        services: incident.services,
        evidence: incident.evidence,
        published_at: toIso(incident.publishedAtMs),
        publish_by: toIso(incident.publishByMs),
        mitigated_at: toIso(incident.mitigatedAtMs),
        resolved_at: toIso(incident.resolvedAtMs),
        key: `monitor:${kind}@${nowMs}`,
        row,
      },
    ];
  }
}

function toOpening(change: DeskChange) {
  if (change.kind !== 'open') return [];
  const { key, incident, row } = change;
  const { startedAtMs, publishedAtMs, publishByMs, ...rest } = incident;
  const times = {
    started_at: toIso(startedAtMs),
    published_at: toIso(publishedAtMs),
    publish_by: toIso(publishByMs),
  };
  return [{ ...rest, ...times, key, row }];
}

function toStep({ id, kind, atMs }: WindowStep) {
  return { id, kind, at: toIso(atMs) };
}

function toIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
