import { sql, type SQL } from 'drizzle-orm';
import { iso, ms } from './incident-rows.ts';

/** Announced work as JSON of a row `w` of maintenance_windows. */
export const WINDOW_JSON: SQL = sql`jsonb_build_object('id', w.id, 'revision', w.revision,
  'title', w.title, 'text', w.text, 'services', w.services,
  'startsAtMs', ${ms('w.starts_at')}, 'endsAtMs', ${ms('w.ends_at')},
  'announcedAtMs', ${ms('w.announced_at')}, 'startedAtMs', ${ms('w.started_at')},
  'completedAtMs', ${ms('w.completed_at')}, 'cancelledAtMs', ${ms('w.cancelled_at')})`;

/** What an answer and the audit log have of announced work, as JSON of a row `w`. */
export const WINDOW_BRIEF_JSON: SQL = sql`jsonb_build_object('id', w.id, 'revision', w.revision,
  'title', w.title, 'text', w.text, 'services', w.services, 'startsAt', ${iso('w.starts_at')}, 'endsAt', ${iso('w.ends_at')},
  'announcedAt', ${iso('w.announced_at')}, 'startedAt', ${iso('w.started_at')}, 'completedAt', ${iso('w.completed_at')},
  'cancelledAt', ${iso('w.cancelled_at')})`;
