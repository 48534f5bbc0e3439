import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Raw rounds: one result per service, slot and place that probed. Latency in milliseconds. */
export const probeResults = pgTable(
  'probe_results',
  {
    serviceName: text('service_name').notNull(),
    slot: timestamp('slot', { withTimezone: true }).notNull(),
    vantage: text('vantage').notNull().default('edge'),
    result: text('result').notNull(),
    latency: integer('latency'),
    checkedAt: timestamp('checked_at', { withTimezone: true }).notNull(),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceName, table.slot, table.vantage] }),
    index('probe_results_slot').on(table.slot),
    check(
      'probe_results_result_known',
      sql`${table.result} IN ('up', 'degraded', 'partial', 'down', 'none')`,
    ),
  ],
);
