import { date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Each UTC day of a service in seconds per state and in rounds; kept for ever. */
export const serviceDays = pgTable(
  'service_days',
  {
    serviceName: text('service_name').notNull(),
    day: date('day').notNull(),
    operational: integer('operational').notNull(),
    degraded: integer('degraded').notNull(),
    partialOutage: integer('partial_outage').notNull(),
    majorOutage: integer('major_outage').notNull(),
    unknown: integer('unknown').notNull(),
    rounds: integer('rounds').notNull(),
    upRounds: integer('up_rounds').notNull(),
    /** When the day was counted for the last time; null while it may still change. */
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.serviceName, table.day] })],
);
