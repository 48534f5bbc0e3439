import { sql, type SQL } from 'drizzle-orm';
import type { ComponentChange, IncidentStatus } from '../../core/incidents/incident.ts';
import type { Db } from '../client.ts';
import { at, json, words, type StoredIncident } from './incident-rows.ts';
import { readIncident } from './incidents.ts';

/** Who changes which version of an incident, and under which key: the same key again is the same change. */
export type Act = {
  id: string;
  /** The revision that was seen; another one means that somebody else came first. */
  revision: number;
  key: string;
  author: string;
  nowMs: number;
  /** One more part of the statement, stored with the change or not at all: it selects from `written` (id, revision). */
  audit?: SQL;
};

/**
 * What became of a change. `done`: stored now, or before under the same key. `unchanged`: it was so already.
 * `conflict`: somebody else came first, and this is what stands now. `refused`: not in this status.
 */
export type WriteEnd =
  ({ kind: 'done' | 'unchanged' | 'conflict' | 'refused' } & StoredIncident) | { kind: 'missing' };

export type Change = {
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

/** Changes an incident and adds to its timeline in one statement, or does neither. */
export async function writeIncident(db: Db, act: Act, change: Change): Promise<WriteEnd> {
  const { rows } = await db.execute(toStatement(act, change));
  const stored = await readIncident(db, act.id);
  if (stored === null) return { kind: 'missing' };
  if (rows.length === 1 || stored.keys.includes(act.key)) return { kind: 'done', ...stored };
  if (change.isAlready?.(stored) === true) return { kind: 'unchanged', ...stored };
  const isConflict = stored.incident.revision !== act.revision;
  return { kind: isConflict ? 'conflict' : 'refused', ...stored };
}

// Whoever writes takes the row of the desk first, and then sees what those before it have written.
function toStatement(act: Act, { from, set, where, row }: Change): SQL {
  const { text, kind, status, targetId = null, components = [] } = row;
  return sql`
    WITH desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), target AS (
      SELECT i.id, i.status FROM incident_logs i, desk
      WHERE i.id::text = ${act.id} AND i.deleted_at IS NULL AND i.revision = ${act.revision}
        AND i.status = ANY(${words(from)}) ${where ?? sql``}
        AND NOT EXISTS (SELECT FROM incident_updates u WHERE u.incident_id = i.id AND u.key = ${act.key})
      FOR UPDATE OF i
    ), written AS (
      UPDATE incident_logs i SET revision = i.revision + 1, updated_at = ${at(act.nowMs)}, ${set}
      FROM target WHERE i.id = target.id RETURNING i.id, i.revision, i.status
    ), added AS (
      INSERT INTO incident_updates (incident_id, key, kind, target_id, at, author, status, text, components)
      SELECT id, ${act.key}, ${kind}, (SELECT u.id FROM incident_updates u WHERE u.id::text = ${targetId}), ${at(act.nowMs)}, ${act.author},
        coalesce(${status}, status), ${text}, ${json(components)} FROM written
    ) ${act.audit === undefined ? sql`` : sql`, audited AS (${act.audit})`}
    SELECT id FROM written`;
}
