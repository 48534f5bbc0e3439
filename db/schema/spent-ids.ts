import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What is not good a second time: a session that was ended, a token of the origin that was exchanged. */
export const spentIds = pgTable(
  'spent_ids',
  {
    id: text('id').primaryKey(),
    /** From then on it would not be good anyway. */
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('spent_ids_expiry').on(table.expiresAt)],
);
