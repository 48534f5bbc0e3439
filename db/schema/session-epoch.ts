import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';

/** One row: sessions of an earlier epoch are over. */
export const sessionEpoch = pgTable(
  'session_epoch',
  {
    id: integer('id').primaryKey().default(1),
    epoch: integer('epoch').notNull().default(1),
  },
  (table) => [check('session_epoch_single', sql`${table.id} = 1`)],
);
