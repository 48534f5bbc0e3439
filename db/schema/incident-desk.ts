import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';

/**
 * One row: counts the changes of what people say to visitors. Every writer takes it first, so writers wait for each
 * other, the monitor never decides on words that it has not read, and knows by one number whether what it has
 * published is current.
 */
export const incidentDesk = pgTable(
  'incident_desk',
  {
    id: integer('id').primaryKey().default(1),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [check('incident_desk_single', sql`${table.id} = 1`)],
);
