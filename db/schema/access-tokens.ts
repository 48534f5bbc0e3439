import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** API tokens, of whom only the digest is kept. A name has two places, so that one can replace the other without a gap. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    /** Who made it: it is theirs to change. */
    owner: text('owner').notNull(),
    name: text('name').notNull(),
    place: integer('place').notNull(),
    /** SHA-256 of the secret, in hex. */
    digest: text('digest').notNull(),
    scopes: text('scopes').array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    /** To the minute. */
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('access_tokens_place').on(table.owner, table.name, table.place),
    check('access_tokens_two_places', sql`${table.place} IN (1, 2)`),
    check('access_tokens_digest_is_sha256', sql`${table.digest} ~ '^[0-9a-f]{64}$'`),
    check(
      'access_tokens_at_most_90_days',
      sql`${table.expiresAt} <= ${table.createdAt} + interval '90 days'`,
    ),
  ],
);
