import { sql, type SQL } from 'drizzle-orm';
import { ms } from './incident-rows.ts';

/** Announced work as JSON of a row `w` of maintenance_windows. */
export const WINDOW_JSON: SQL = sql`jsonb_build_object('id', w.id, 'revision', w.revision,
  'title', w.title, 'text', w.text, 'services', w.services,
  'startsAtMs', ${ms('w.starts_at')}, 'endsAtMs', ${ms('w.ends_at')},
  'announcedAtMs', ${ms('w.announced_at')}, 'startedAtMs', ${ms('w.started_at')},
  'completedAtMs', ${ms('w.completed_at')}, 'cancelledAtMs', ${ms('w.cancelled_at')})`;

/** What an answer and the audit log have of announced work, as JSON of a row `w`. */
export const WINDOW_BRIEF_JSON: SQL = sql`jsonb_build_object('id', w.id, 'revision', w.revision,
  'title', w.title, 'text', w.text, 'services', w.services, 'startsAt', w.starts_at, 'endsAt', w.ends_at,
  'announcedAt', w.announced_at, 'startedAt', w.started_at, 'completedAt', w.completed_at,
  'cancelledAt', w.cancelled_at)`;
