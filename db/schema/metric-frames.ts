import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The last two frames of metrics, for when the store that has the hour is away. */
export const metricFrames = pgTable('metric_frames', {
  /** Start of the slot. */
  slot: timestamp('slot', { withTimezone: true }).primaryKey(),
  /** The frame and the list of its series, in the texts of workers/monitor/window/. */
  frame: text('frame').notNull(),
  list: text('list').notNull(),
});
