import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Who did what. Rows are only ever added; a trigger refuses everything else until they have outlived their term. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    actorKind: text('actor_kind').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    /** What it was done to. */
    subject: text('subject'),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('audit_log_at').on(table.at),
    index('audit_log_actor').on(table.actor, table.at),
    index('audit_log_action').on(table.action, table.at),
    check(
      'audit_log_actor_kind_known',
      sql`${table.actorKind} IN ('user', 'break-glass', 'token', 'cli')`,
    ),
    // No field can look like another line.
    check(
      'audit_log_one_line',
      sql`concat(${table.actor}, ${table.action}, ${table.subject}, ${table.requestId}) !~ '[[:cntrl:]]'`,
    ),
  ],
);
