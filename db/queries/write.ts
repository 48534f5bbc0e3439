import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { toOneLine } from '../../core/audit/to-one-line.ts';
import type { Actor } from '../../core/audit/audit-page.ts';
import type { Db } from '../client.ts';

/**
 * A change, made by a function of `db/queries/`: the parts of a WITH clause. The last of them is named `effect`, has a row
 * when the change was made, and of it the columns subject, before, after (jsonb, without secrets) and version.
 */
export type Effect = { action: string; parts: SQL };

export type WriteRecord = {
  actor: Actor;
  requestId: string;
  /** The caller's key for this write, and what was asked for under it; null where nobody asks twice. */
  key: { key: string; fingerprint: string } | null;
};

export type Written =
  | { kind: 'done'; data: unknown; version: number | null; isRepeat: boolean }
  /** There is nothing that it could be done to, or another version of it. */
  | { kind: 'nothing' }
  /** The key stands for another request. */
  | { kind: 'other-request' };

const Row = z.object({ data: z.unknown(), version: z.number().nullable() });
const KeptRow = Row.extend({ fingerprint: z.string() });

/**
 * Makes a change, notes it in the audit log and keeps its answer under the key, in one statement: all of it stands, or
 * none. A key that was used gives the answer that was kept.
 */
export async function commitWrite(db: Db, effect: Effect, record: WriteRecord): Promise<Written> {
  const made = await make(db, effect, record);
  if (made !== null) return { kind: 'done', ...made, isRepeat: false };
  if (record.key === null) return { kind: 'nothing' };
  const kept = await findKept(db, record.actor, record.key.key);
  if (kept === null) return { kind: 'nothing' };
  const { fingerprint, ...answer } = kept;
  if (fingerprint !== record.key.fingerprint) return { kind: 'other-request' };
  return { kind: 'done', ...answer, isRepeat: true };
}

/** The rows of an audit entry, from what is named `effect`: for statements that write more than `commitWrite` does. */
export function note(action: string, { actor, requestId }: Omit<WriteRecord, 'key'>): SQL {
  return sql`noted AS (
    INSERT INTO audit_log (actor_kind, actor, action, subject, before, after, request_id)
    SELECT ${actor.kind}, ${toOneLine(actor.id, 200)}, ${action}, subject, before, after,
      ${toOneLine(requestId, 64)} FROM effect)`;
}

async function make(db: Db, { action, parts }: Effect, record: WriteRecord) {
  try {
    const { rows } = await db.execute(sql`
      WITH ${parts}, ${claim(record)}, ${note(action, record)}
      SELECT after AS data, version FROM effect`);
    return rows[0] === undefined ? null : Row.parse(rows[0]);
  } catch (error) {
    // The same key came twice at once, and the other one was first.
    if (isTaken(error)) return null;
    throw error;
  }
}

// A key that is there already makes the whole statement fail.
function claim({ actor, key }: WriteRecord): SQL {
  if (key === null) return sql`claimed AS (SELECT)`;
  return sql`claimed AS (
    INSERT INTO idempotency_keys (actor, key, fingerprint, data, version)
    SELECT ${nameOf(actor)}, ${key.key}, ${key.fingerprint}, after, version FROM effect)`;
}

async function findKept(db: Db, actor: Actor, key: string) {
  const { rows } = await db.execute(sql`
    SELECT fingerprint, data, version FROM idempotency_keys
    WHERE actor = ${nameOf(actor)} AND key = ${key} AND created_at > now() - interval '1 day'`);
  return rows[0] === undefined ? null : KeptRow.parse(rows[0]);
}

function nameOf({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

const Taken = z.object({
  cause: z.object({
    code: z.literal('23505'),
    constraint: z.string().startsWith('idempotency_keys'),
  }),
});

function isTaken(error: unknown): boolean {
  return Taken.safeParse(error).success;
}
