import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** The current verdict per service. Latency in milliseconds, uptime in percent over 90 days. */
export const serviceStatuses = pgTable(
  'service_statuses',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    serviceName: text('service_name').notNull().unique(),
    displayName: text('display_name').notNull(),
    status: text('status').notNull(),
    latency: integer('latency'),
    lastCheckedAt: timestamp('last_checked_at', { withTimezone: true }).notNull(),
    /** When the service was last seen up, degraded or down. */
    lastMeasuredAt: timestamp('last_measured_at', { withTimezone: true }),
    reason: text('reason'),
    metadata: jsonb('metadata'),
    /** What the next tick goes on from: see core/services/service-record.ts. */
    record: jsonb('record'),
    /** What the last 90 days say: see core/uptime/service-history.ts. */
    history: jsonb('history'),
    /** Null until measured, never rounded up. */
    uptimePercentage: numeric('uptime_percentage', { precision: 5, scale: 2 }),
  },
  (table) => [
    index('service_statuses_status').on(table.status),
    check(
      'service_statuses_status_known',
      sql`${table.status} IN ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN')`,
    ),
  ],
);
