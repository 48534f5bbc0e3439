import { sql, type SQL } from 'drizzle-orm';
import type { ComponentChange, IncidentStatus } from '../../core/incidents/incident.ts';
import type { Db } from '../client.ts';
import type { Effect } from './write.ts';
import { at, INCIDENT_BRIEF_JSON, json, words, type StoredIncident } from './incident-rows.ts';
import { readIncident } from './incidents.ts';

/** Who changes which version of an incident, and under which key: the same key again is the same change. */
export type Act = {
  id: string;
  /** The revision that was seen; another one means that somebody else came first. */
  revision: number;
  key: string;
  author: string;
  nowMs: number;
};

/**
 * What became of a change. `done`: stored now, or before under the same key. `unchanged`: it was so already.
 * `conflict`: somebody else came first, and this is what stands now. `refused`: not in this status.
 */
export type WriteEnd =
  ({ kind: 'done' | 'unchanged' | 'conflict' | 'refused' } & StoredIncident) | { kind: 'missing' };

type Change = {
  /** What the audit log calls it. */
  action: string;
  /** The statuses in which it is allowed. */
  from: readonly IncidentStatus[];
  /** What it sets, and what else must be true. */
  set: SQL;
  where?: SQL;
  /** The row that it adds to the timeline; without a status, that of the incident. */
  row: {
    kind: 'update' | 'edit' | 'retract' | 'note';
    text: string;
    status: IncidentStatus | null;
    targetId?: string;
    components?: readonly ComponentChange[];
  };
  isAlready?: (stored: StoredIncident) => boolean;
};

/** Makes a change of who makes it, and when. */
export type Build = (act: Act) => Change;

/** Changes an incident and adds to its timeline in one statement, or does neither. */
export async function writeIncident(db: Db, act: Act, build: Build): Promise<WriteEnd> {
  const { parts } = incidentEffect(act, build);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const end = await explainIncident(db, act, build);
  return rows.length === 1 && end.kind !== 'missing' ? { ...end, kind: 'done' } : end;
}

/**
 * The change as parts of a statement. Whoever writes takes the row of the desk first, and then sees what those before
 * it have written.
 */
export function incidentEffect(act: Act, build: Build): Effect {
  const { action, from, set, where, row } = build(act);
  const { text, kind, status, targetId = null, components = [] } = row;
  const parts = sql`desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), target AS (
      SELECT i.* FROM incident_logs i, desk
      WHERE i.id::text = ${act.id} AND i.deleted_at IS NULL AND i.revision = ${act.revision}
        AND i.status = ANY(${words(from)}) ${where ?? sql``}
        AND NOT EXISTS (SELECT FROM incident_updates u WHERE u.incident_id = i.id AND u.key = ${act.key})
      FOR UPDATE OF i
    ), written AS (
      UPDATE incident_logs i SET revision = i.revision + 1, updated_at = ${at(act.nowMs)}, ${set}
      FROM target WHERE i.id = target.id RETURNING i.*
    ), added AS (
      INSERT INTO incident_updates (incident_id, key, kind, target_id, at, author, status, text, components)
      SELECT id, ${act.key}, ${kind}, (SELECT u.id FROM incident_updates u WHERE u.id::text = ${targetId}),
        ${at(act.nowMs)}, ${act.author}, coalesce(${status}, status), ${text}, ${json(components)} FROM written
    ), effect AS (
      SELECT i.id::text AS subject, (SELECT ${INCIDENT_BRIEF_JSON} FROM target i) AS before,
        ${INCIDENT_BRIEF_JSON} AS after, i.revision AS version FROM written i
    )`;
  return { action, parts };
}

/** What stands now, and why a change that was not made was not made. */
export async function explainIncident(db: Db, act: Act, build: Build): Promise<WriteEnd> {
  const stored = await readIncident(db, act.id);
  if (stored === null) return { kind: 'missing' };
  if (stored.keys.includes(act.key)) return { kind: 'done', ...stored };
  if (build(act).isAlready?.(stored) === true) return { kind: 'unchanged', ...stored };
  const isConflict = stored.incident.revision !== act.revision;
  return { kind: isConflict ? 'conflict' : 'refused', ...stored };
}
