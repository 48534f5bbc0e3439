import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The ledger: what state a service was in from when to when, without gaps. The open interval has no end. */
export const serviceIntervals = pgTable(
  'service_intervals',
  {
    serviceName: text('service_name').notNull(),
    from: timestamp('from_at', { withTimezone: true }).notNull(),
    to: timestamp('to_at', { withTimezone: true }),
    state: text('state').notNull(),
    /** The rounds that decided it, run-length encoded; none for unknown. */
    deciding: jsonb('deciding').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceName, table.from] }),
    check(
      'service_intervals_state_known',
      sql`${table.state} IN ('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown')`,
    ),
    check('service_intervals_forwards', sql`${table.to} > ${table.from}`),
  ],
);
