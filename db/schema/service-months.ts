import {
  boolean,
  date,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const percent = (name: string) => numeric(name, { precision: 6, scale: 3 });

/** The numbers of each UTC month of a service as they were when it closed; kept for ever, never changed. */
export const serviceMonths = pgTable(
  'service_months',
  {
    serviceName: text('service_name').notNull(),
    /** The first day of the month. */
    month: date('month').notNull(),
    /** Percent, floored; null where nothing was measured. */
    uptime: percent('uptime'),
    strict: percent('strict'),
    checkRatio: percent('check_ratio'),
    coverage: percent('coverage'),
    displayable: boolean('displayable').notNull(),
    /** How rounds became states in that month: see core/uptime/ledger-extract.ts. */
    rules: jsonb('rules').notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.serviceName, table.month] })],
);
