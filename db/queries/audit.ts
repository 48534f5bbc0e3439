import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { AuditEntry } from '../../core/audit/audit-page.ts';
import type { Db } from '../client.ts';

export type AuditFilter = {
  actor?: string | undefined;
  /** An action, or the beginning of several: `session` finds `session.start`. */
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export type Page<T> = { items: T[]; page: number; limit: number; total: number };

const Found = z.object({ total: z.number(), items: z.array(AuditEntry) });

/** A page of what was done, newest first, by one statement so that its total is that of its items. */
export async function listAudit(
  db: Db,
  filter: AuditFilter,
  { page, limit }: { page: number; limit: number },
): Promise<Page<AuditEntry>> {
  const { rows } = await db.execute(sql`
    WITH found AS (SELECT * FROM audit_log WHERE ${matches(filter)})
    SELECT (SELECT count(*)::int FROM found) AS total,
      (SELECT coalesce(jsonb_agg(to_item), '[]') FROM (
        SELECT jsonb_build_object('id', id, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'actor', actor, 'actorKind', actor_kind, 'action', action, 'subject', subject,
          'before', before, 'after', after, 'requestId', request_id) AS to_item
        FROM found ORDER BY at DESC, id LIMIT ${limit} OFFSET ${(page - 1) * limit}) AS one) AS items`);
  return { ...Found.parse(rows[0]), page, limit };
}

/** When the break-glass token was last used since then; null when it was not. */
export async function findBreakGlass(db: Db, sinceMs: number): Promise<string | null> {
  const { rows } = await db.execute(sql`
    SELECT max(at) AS at FROM audit_log
    WHERE actor_kind = 'break-glass' AND action = 'session.start'
      AND at > ${new Date(sinceMs).toISOString()}::timestamptz`);
  const at = rows[0]?.['at'];
  return typeof at === 'string' ? new Date(at).toISOString() : null;
}

function matches({ actor, action, subject, from, to }: AuditFilter): SQL {
  const conditions = [
    actor === undefined ? null : sql`actor = ${actor}`,
    action === undefined ? null : sql`(action = ${action} OR starts_with(action, ${`${action}.`}))`,
    subject === undefined ? null : sql`subject = ${subject}`,
    from === undefined ? null : sql`at >= ${from}::timestamptz`,
    to === undefined ? null : sql`at < ${to}::timestamptz`,
  ].filter((condition) => condition !== null);
  return sql.join([sql`true`, ...conditions], sql` AND `);
}
