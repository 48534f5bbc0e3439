import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { IncidentSeverity } from '../../core/incidents/incident.ts';
import type { Db } from '../client.ts';
import { at, INCIDENT_JSON, json, parseIncident, type StoredIncident } from './incident-rows.ts';
import type { Act } from './write-incident.ts';

export type NewIncident = {
  title: string;
  /** Also the first update. */
  description: string;
  severity: IncidentSeverity;
  services: readonly string[];
  /** The first failing round, as far as it is known. */
  startedAtMs: number;
  isDraft: boolean;
};

type Creation = Pick<Act, 'key' | 'author' | 'nowMs' | 'audit'>;

/** The incident, and whether it was there before under the same key: one key is one incident. */
export async function createIncident(
  db: Db,
  { key, author, nowMs, audit }: Creation,
  incident: NewIncident,
): Promise<StoredIncident & { isRepeat: boolean }> {
  const { title, description, severity, services, startedAtMs, isDraft } = incident;
  const { rows } = await db.execute(sql`
    WITH desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), written AS (
      INSERT INTO incident_logs (key, title, description, severity, status, services_affected, origin,
        evidence, started_at, detected_at, published_at, taken_over_at, created_at, updated_at)
      SELECT ${key}, ${title}, ${description}, ${severity}, 'INVESTIGATING', ${json(services)}, 'person',
        '[]', ${at(startedAtMs)}, ${at(nowMs)}, ${at(isDraft ? null : nowMs)}, ${at(nowMs)},
        ${at(nowMs)}, ${at(nowMs)} FROM desk
      ON CONFLICT (key) DO NOTHING RETURNING id, revision
    ), added AS (
      INSERT INTO incident_updates (incident_id, key, kind, at, author, status, text, components)
      SELECT id, ${key}, 'update', ${at(nowMs)}, ${author}, 'INVESTIGATING', ${description}, '[]' FROM written
    ) ${audit === undefined ? sql`` : sql`, audited AS (${audit})`}
    SELECT id FROM written`);
  const stored = await readByKey(db, key);
  return { ...stored, isRepeat: rows.length === 0 };
}

async function readByKey(db: Db, key: string): Promise<StoredIncident> {
  const { rows } = await db.execute(
    sql`SELECT ${INCIDENT_JSON} AS incident FROM incident_logs i WHERE i.key = ${key}`,
  );
  return parseIncident(z.object({ incident: z.unknown() }).parse(rows[0]).incident);
}
