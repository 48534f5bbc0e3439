import type { SQL } from 'drizzle-orm';

/**
 * A change as the parts of a WITH clause, so that more can be stored with it or not at all. The last of them is named
 * `effect`, has a row when the change was made, and of it the columns subject, before, after (jsonb) and version.
 */
export type Effect = { action: string; parts: SQL };
