import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { IncidentSeverity, IncidentStatus } from '../../core/incidents/incident.ts';
import type { Db } from '../client.ts';
import { INCIDENT_JSON, parseIncident, type StoredIncident } from './incident-rows.ts';

/** The incident with its timeline; null when there is none. */
export async function readIncident(db: Db, id: string): Promise<StoredIncident | null> {
  const { rows } = await db.execute(sql`
    SELECT ${INCIDENT_JSON} AS incident FROM incident_logs i
    WHERE i.id::text = ${id} AND i.deleted_at IS NULL`);
  return rows[0] === undefined ? null : parseIncident(rows[0]['incident']);
}

export type IncidentFilter = {
  status?: IncidentStatus;
  severity?: IncidentSeverity;
  /** From 1. */
  page: number;
  limit: number;
};

export type IncidentPage = {
  items: StoredIncident[];
  page: number;
  limit: number;
  total: number;
};

const Listed = z.object({ total: z.number(), items: z.array(z.unknown()) });

/** All incidents, drafts too, the newest first. */
export async function listIncidents(db: Db, filter: IncidentFilter): Promise<IncidentPage> {
  const { status = null, severity = null, page, limit } = filter;
  const { rows } = await db.execute(sql`
    WITH wanted AS (
      SELECT * FROM incident_logs WHERE deleted_at IS NULL
        AND (${status}::text IS NULL OR status = ${status})
        AND (${severity}::text IS NULL OR severity = ${severity})
    )
    SELECT (SELECT count(*)::int FROM wanted) AS total,
      (SELECT coalesce(jsonb_agg(${INCIDENT_JSON} ORDER BY i.started_at DESC, i.id), '[]') FROM (
        SELECT * FROM wanted ORDER BY started_at DESC, id
        LIMIT ${limit} OFFSET ${(page - 1) * limit}) AS i) AS items`);
  const { total, items } = Listed.parse(rows[0]);
  return { items: items.map(parseIncident), page, limit, total };
}
