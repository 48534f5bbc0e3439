import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type { Scope } from '../../core/auth/scope.ts';
import type { Db } from '../client.ts';
import type { Page } from './audit.ts';
import type { Effect } from './write.ts';

/** What anybody may know of a token; times in ISO 8601. */
export const TokenRow = z.object({
  id: z.string(),
  owner: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  version: z.number(),
});
export type TokenRow = z.infer<typeof TokenRow>;

/** Whose tokens are seen: those of one owner, or all. */
export type Whose = { owner: string } | 'all';

export type NewToken = {
  id: string;
  owner: string;
  name: string;
  digest: string;
  scopes: readonly Scope[];
  days: number;
};

/** Makes a token. Nothing, when two of its owner and name are alive: one for now and one to replace it is enough. */
export function createToken({ id, owner, name, digest, scopes, days }: NewToken): Effect {
  const list = sql.join(
    scopes.map((scope) => sql`${scope}`),
    sql`, `,
  );
  return {
    action: 'token.create',
    // Whoever finds the same free place at the same moment finds it taken by a token that lives, and changes nothing.
    parts: sql`free AS (
        SELECT spot.place FROM generate_series(1, 2) AS spot (place) WHERE NOT EXISTS (
          SELECT FROM access_tokens AS t WHERE t.owner = ${owner} AND t.name = ${name}
            AND t.place = spot.place AND ${isAlive(sql`t`)})
        ORDER BY spot.place LIMIT 1
      ), made AS (
        INSERT INTO access_tokens AS t (id, owner, name, place, digest, scopes, expires_at)
        SELECT ${id}, ${owner}, ${name}, place, ${digest}, ARRAY[${list}], now() + make_interval(days => ${days})
        FROM free
        ON CONFLICT ON CONSTRAINT access_tokens_place DO UPDATE SET
          id = excluded.id, digest = excluded.digest, scopes = excluded.scopes, version = 1,
          created_at = now(), expires_at = excluded.expires_at, revoked_at = NULL, last_used_at = NULL
        WHERE NOT (${isAlive(sql`t`)})
        RETURNING t.*
      ), effect AS (
        SELECT id AS subject, NULL::jsonb AS before, ${toJson(sql`made`)} AS after, version FROM made)`,
  };
}

/** Gives a token another name, if it is this version of it. */
export function renameToken(
  id: string,
  { whose, name, version }: { whose: Whose; name: string; version: number },
): Effect {
  return changeToken('token.rename', {
    set: sql`name = ${name}`,
    where: sql`t.id = ${id} AND ${isOf(whose)} AND t.version = ${version} AND ${isAlive(sql`t`)}`,
  });
}

/** Ends a token. One that was revoked before stays so, and that is no change. */
export function revokeToken(id: string, whose: Whose): Effect {
  return changeToken('token.revoke', {
    set: sql`revoked_at = now()`,
    where: sql`t.id = ${id} AND ${isOf(whose)} AND t.revoked_at IS NULL`,
  });
}

export async function findToken(db: Db, id: string, whose: Whose): Promise<TokenRow | null> {
  const { rows } = await db.execute(sql`
    SELECT ${toJson(sql`t`)} AS token FROM access_tokens AS t WHERE t.id = ${id} AND ${isOf(whose)}`);
  return rows[0] === undefined ? null : TokenRow.parse(rows[0]['token']);
}

const Found = z.object({ total: z.number(), items: z.array(TokenRow) });

export async function listTokens(
  db: Db,
  whose: Whose,
  { page, limit }: { page: number; limit: number },
): Promise<Page<TokenRow>> {
  const { rows } = await db.execute(sql`
    WITH found AS (SELECT * FROM access_tokens AS t WHERE ${isOf(whose)})
    SELECT (SELECT count(*)::int FROM found) AS total,
      (SELECT coalesce(jsonb_agg(item), '[]') FROM (
        SELECT ${toJson(sql`found`)} AS item FROM found
        ORDER BY created_at DESC, id LIMIT ${limit} OFFSET ${(page - 1) * limit}) AS one) AS items`);
  return { ...Found.parse(rows[0]), page, limit };
}

const LiveToken = z.object({ digest: z.string(), scopes: z.array(z.string()), name: z.string() });
export type LiveToken = z.infer<typeof LiveToken>;

/** What a token that is alive is compared with, and may do; null when there is no such token, or no more. */
export async function findLiveToken(db: Db, id: string): Promise<LiveToken | null> {
  const { rows } = await db.execute(sql`
    SELECT digest, scopes, name FROM access_tokens AS t WHERE t.id = ${id} AND ${isAlive(sql`t`)}`);
  return rows[0] === undefined ? null : LiveToken.parse(rows[0]);
}

/** Remembers that a token was used, to the minute. */
export async function markTokenUsed(db: Db, id: string): Promise<void> {
  await db.execute(sql`
    UPDATE access_tokens SET last_used_at = now()
    WHERE id = ${id} AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`);
}

function changeToken(action: string, { set, where }: { set: SQL; where: SQL }): Effect {
  return {
    action,
    parts: sql`old AS (SELECT t.* FROM access_tokens AS t WHERE ${where} FOR UPDATE),
      changed AS (
        UPDATE access_tokens AS t SET ${set}, version = t.version + 1 FROM old WHERE t.id = old.id
        RETURNING t.*
      ), effect AS (
        SELECT changed.id AS subject, ${toJson(sql`old`)} AS before, ${toJson(sql`changed`)} AS after,
          changed.version FROM old, changed)`,
  };
}

function isAlive(token: SQL): SQL {
  return sql`${token}.revoked_at IS NULL AND ${token}.expires_at > now()`;
}

function isOf(whose: Whose): SQL {
  return whose === 'all' ? sql`true` : sql`t.owner = ${whose.owner}`;
}

function toJson(row: SQL): SQL {
  return sql`jsonb_build_object('id', ${row}.id, 'owner', ${row}.owner, 'name', ${row}.name,
    'scopes', ${row}.scopes, 'createdAt', ${row}.created_at, 'expiresAt', ${row}.expires_at,
    'revokedAt', ${row}.revoked_at, 'lastUsedAt', ${row}.last_used_at, 'version', ${row}.version)`;
}
