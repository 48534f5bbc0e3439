import { sql } from 'drizzle-orm';
import type { IncidentSeverity } from '../../core/incidents/incident.ts';
import type { Db } from '../client.ts';
import type { Effect } from './write.ts';
import {
  at,
  INCIDENT_BRIEF_JSON,
  INCIDENT_JSON,
  json,
  parseIncident,
  type StoredIncident,
} from './incident-rows.ts';
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

type Creation = Pick<Act, 'key' | 'author' | 'nowMs'>;

/** The incident, and whether it was there before under the same key: one key is one incident. */
export async function createIncident(
  db: Db,
  creation: Creation,
  incident: NewIncident,
): Promise<StoredIncident & { isRepeat: boolean }> {
  const { parts } = createEffect(creation, incident);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const stored = await findCreated(db, creation.key);
  if (stored === null) throw new Error('Cannot create the incident: it is gone');
  return { ...stored, isRepeat: rows.length === 0 };
}

/** The creation as parts of a statement: without a row when the key is known already. */
export function createEffect({ key, author, nowMs }: Creation, incident: NewIncident): Effect {
  const { title, description, severity, services, startedAtMs, isDraft } = incident;
  const now = at(nowMs);
  const parts = sql`desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), written AS (
      INSERT INTO incident_logs (key, title, description, severity, status, services_affected, origin,
        evidence, started_at, detected_at, published_at, taken_over_at, created_at, updated_at)
      SELECT ${key}, ${title}, ${description}, ${severity}, 'INVESTIGATING', ${json(services)}, 'person',
        '[]', ${at(startedAtMs)}, ${now}, ${at(isDraft ? null : nowMs)}, ${now}, ${now}, ${now} FROM desk
      ON CONFLICT (key) DO NOTHING RETURNING *
    ), added AS (
      INSERT INTO incident_updates (incident_id, key, kind, at, author, status, text, components)
      SELECT id, ${key}, 'update', ${now}, ${author}, 'INVESTIGATING', ${description}, '[]' FROM written
    ), effect AS (
      SELECT i.id::text AS subject, NULL::jsonb AS before, ${INCIDENT_BRIEF_JSON} AS after,
        i.revision AS version FROM written i
    )`;
  return { action: 'incident.create', parts };
}

/** The incident that was created under a key; null when there is none. */
export async function findCreated(db: Db, key: string): Promise<StoredIncident | null> {
  const { rows } = await db.execute(
    sql`SELECT ${INCIDENT_JSON} AS incident FROM incident_logs i WHERE i.key = ${key}`,
  );
  return rows[0] === undefined ? null : parseIncident(rows[0]['incident']);
}
