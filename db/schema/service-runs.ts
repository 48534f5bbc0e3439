import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** Every round of 400 days, run-length encoded: equal results in slots that follow each other, an hour at most. */
export const serviceRuns = pgTable(
  'service_runs',
  {
    serviceName: text('service_name').notNull(),
    /** Start of the first slot. */
    first: timestamp('first_slot', { withTimezone: true }).notNull(),
    result: text('result').notNull(),
    count: integer('count').notNull(),
    /** Length of a slot in seconds. */
    intervalSec: doublePrecision('interval_sec').notNull(),
    /** Milliseconds; null when no answer was timed. */
    latencyMin: integer('latency_min'),
    latencyMedian: integer('latency_median'),
    latencyMax: integer('latency_max'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceName, table.first] }),
    check(
      'service_runs_result_known',
      sql`${table.result} IN ('up', 'degraded', 'partial', 'down', 'none')`,
    ),
  ],
);
