import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** One row: the gate that lets exactly one tick commit a slot. */
export const evaluator = pgTable(
  'evaluator',
  {
    id: integer('id').primaryKey().default(1),
    slot: timestamp('slot', { withTimezone: true }).notNull(),
    revision: integer('revision').notNull().default(0),
    /** Names the tick that committed last, so that a tick whose answer got lost can ask whether it was itself. */
    run: text('run').notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('evaluator_single', sql`${table.id} = 1`)],
);
