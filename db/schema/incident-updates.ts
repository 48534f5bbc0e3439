import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { incidentLogs } from './incident-logs.ts';

/** The timeline: rows are only ever added. An edit and a retraction are rows of their own: see core/incidents/timeline.ts. */
export const incidentUpdates = pgTable(
  'incident_updates',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** The order of the timeline. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidentLogs.id),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    targetId: uuid('target_id'),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** Null: the monitor. */
    author: text('author'),
    status: text('status').notNull(),
    text: text('text').notNull(),
    components: jsonb('components').notNull(),
  },
  (table) => [
    unique('incident_updates_key').on(table.incidentId, table.key),
    index('incident_updates_order').on(table.incidentId, table.seq),
    check(
      'incident_updates_kind_known',
      sql`${table.kind} IN ('update', 'edit', 'retract', 'note')`,
    ),
    check(
      'incident_updates_target_of_changes',
      sql`(${table.kind} IN ('edit', 'retract')) = (${table.targetId} IS NOT NULL)`,
    ),
  ],
);
