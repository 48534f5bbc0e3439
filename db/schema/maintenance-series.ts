import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Work that recurs: its windows are made from the rule, some weeks ahead. */
export const maintenanceSeries = pgTable('maintenance_series', {
  id: uuid('id').primaryKey().defaultRandom(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
  key: text('key').notNull().unique(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  services: jsonb('services').notNull(),
  /** The first start on the clocks of the time zone, e.g. 2026-11-29T02:00:00. */
  startsLocal: text('starts_local').notNull(),
  /** IANA name, e.g. Europe/Berlin. */
  timeZone: text('time_zone').notNull(),
  durationSec: integer('duration_sec').notNull(),
  /** RFC 5545, without DTSTART. */
  rrule: text('rrule').notNull(),
  author: text('author').notNull(),
  cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
});
