import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Actor } from '../../core/audit/audit-page.ts';
import { LONGEST_MS, type Session } from '../../core/auth/session.ts';
import type { Db } from '../client.ts';
import { note, type Effect, type WriteRecord } from './write.ts';

const Standing = z.object({ epoch: z.number(), isEnded: z.boolean() });
export type Standing = z.infer<typeof Standing>;

/** The epoch of all sessions, and whether this one was ended before its time. */
export async function readStanding(db: Db, sessionId: string): Promise<Standing> {
  const { rows } = await db.execute(sql`
    SELECT epoch, EXISTS (SELECT FROM spent_ids WHERE id = ${sessionId}) AS "isEnded" FROM session_epoch`);
  return Standing.parse(rows[0]);
}

export async function readEpoch(db: Db): Promise<number> {
  const { rows } = await db.execute(sql`SELECT epoch FROM session_epoch`);
  return z.object({ epoch: z.number() }).parse(rows[0]).epoch;
}

type Start = {
  session: Pick<Session, 'id' | 'role' | 'entrance'>;
  actor: Actor;
  requestId: string;
  /** What may be exchanged once, and until when it could be; null for what may be used again. */
  once: { id: string; expiresMs: number } | null;
};

/** Begins a session. Gives the epoch it belongs to; null when what it was asked for with was used before. */
export async function startSession(db: Db, start: Start): Promise<number | null> {
  const { session, once } = start;
  const expiresAt = once === null ? null : new Date(once.expiresMs).toISOString();
  const { rows } = await db.execute(sql`
    WITH spent AS (
      INSERT INTO spent_ids (id, expires_at)
      SELECT ${once?.id ?? null}::text, ${expiresAt}::timestamptz WHERE ${once !== null}::boolean
      ON CONFLICT DO NOTHING RETURNING id
    ), effect AS (
      SELECT ${session.id} AS subject, NULL::jsonb AS before, ${toJson(session)}::jsonb AS after
      WHERE ${once === null}::boolean OR EXISTS (SELECT FROM spent)
    ), ${note('session.start', start)}
    SELECT epoch FROM session_epoch, effect`);
  return rows[0] === undefined ? null : z.object({ epoch: z.number() }).parse(rows[0]).epoch;
}

/** Notes the beginning of a session that began while the database was away. Once, however often it is asked for. */
export async function recordLateStart(
  db: Db,
  session: Session,
  { actor, requestId }: Omit<WriteRecord, 'key'>,
): Promise<void> {
  await db.execute(sql`
    INSERT INTO audit_log (id, at, actor_kind, actor, action, subject, after, request_id)
    VALUES (${session.id}, ${new Date(session.startedMs).toISOString()}, ${actor.kind}, ${actor.id},
      'session.start', ${session.id}, ${toJson(session)}::jsonb, ${requestId})
    ON CONFLICT DO NOTHING`);
}

/** Ends one session before its time. */
export function endSession({ id, startedMs }: Session): Effect {
  const until = new Date(startedMs + LONGEST_MS).toISOString();
  return {
    action: 'session.end',
    parts: sql`effect AS (
      INSERT INTO spent_ids (id, expires_at) VALUES (${id}, ${until}) ON CONFLICT DO NOTHING
      RETURNING id AS subject, NULL::jsonb AS before, NULL::jsonb AS after, NULL::int AS version)`,
  };
}

/** Ends every session there is. */
export function endAllSessions(): Effect {
  return {
    action: 'session.end-all',
    parts: sql`effect AS (
      UPDATE session_epoch SET epoch = epoch + 1
      RETURNING NULL::text AS subject, jsonb_build_object('epoch', epoch - 1) AS before,
        jsonb_build_object('epoch', epoch) AS after, NULL::int AS version)`,
  };
}

function toJson({ role, entrance }: Pick<Session, 'role' | 'entrance'>): string {
  return JSON.stringify({ role, entrance });
}
