import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { maintenanceSeries } from './maintenance-series.ts';

/** Announced work: see core/incidents/maintenance-window.ts. */
export const maintenanceWindows = pgTable(
  'maintenance_windows',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    revision: integer('revision').notNull().default(1),
    key: text('key').notNull().unique(),
    seriesId: uuid('series_id').references(() => maintenanceSeries.id),
    title: text('title').notNull(),
    text: text('text').notNull(),
    services: jsonb('services').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    announcedAt: timestamp('announced_at', { withTimezone: true }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    completedAt: timestamp('completed_at', { withTimezone: true }),
    cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
    /** Null: made from its series. */
    author: text('author'),
  },
  (table) => [
    unique('maintenance_windows_of_series').on(table.seriesId, table.startsAt),
    index('maintenance_windows_starts_at').on(table.startsAt),
    check('maintenance_windows_forwards', sql`${table.endsAt} > ${table.startsAt}`),
    check(
      'maintenance_windows_one_end',
      sql`${table.completedAt} IS NULL OR ${table.cancelledAt} IS NULL`,
    ),
  ],
);
