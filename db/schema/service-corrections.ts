import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** What people say of a time that was measured wrong. Rows are only added: what was measured stays beside them. */
export const serviceCorrections = pgTable(
  'service_corrections',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    serviceName: text('service_name').notNull(),
    from: timestamp('from_at', { withTimezone: true }).notNull(),
    to: timestamp('to_at', { withTimezone: true }).notNull(),
    state: text('state').notNull(),
    reason: text('reason').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [
    index('service_corrections_service').on(table.serviceName, table.from),
    check(
      'service_corrections_state_known',
      sql`${table.state} IN ('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown')`,
    ),
    check('service_corrections_forwards', sql`${table.to} > ${table.from}`),
  ],
);
