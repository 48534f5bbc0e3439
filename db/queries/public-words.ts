import { HISTORY_DAYS } from '../../core/uptime/period.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { MaintenanceWindow } from '../../core/incidents/maintenance-window.ts';
import type { StoredWords } from '../../core/snapshot/public-words.ts';
import type { Db } from '../client.ts';
import { at, INCIDENT_JSON, parseIncident } from './incident-rows.ts';
import { WINDOW_JSON } from './window-rows.ts';

const MOST = 500;

const Stored = z.object({
  revision: z.number(),
  incidents: z.array(z.unknown()),
  windows: z.array(MaintenanceWindow),
});

/** What visitors may read of the last 90 days and of what is to come, read by one statement. */
export async function readWords(db: Db, nowMs: number): Promise<StoredWords> {
  const since = sql`${at(nowMs)} - interval '${sql.raw(String(HISTORY_DAYS))} days'`;
  const { rows } = await db.execute(sql`
    SELECT revision,
      (SELECT coalesce(jsonb_agg(${INCIDENT_JSON}), '[]') FROM (
        SELECT * FROM incident_logs WHERE published_at IS NOT NULL AND deleted_at IS NULL
          AND coalesce(resolved_at, 'infinity') >= ${since}
        ORDER BY started_at DESC LIMIT ${MOST}) AS i) AS incidents,
      (SELECT coalesce(jsonb_agg(${WINDOW_JSON}), '[]') FROM (
        SELECT * FROM maintenance_windows WHERE deleted_at IS NULL AND ends_at >= ${since}
        ORDER BY starts_at DESC LIMIT ${MOST}) AS w) AS windows
    FROM incident_desk`);
  const { revision, incidents, windows } = Stored.parse(rows[0]);
  return { revision, incidents: incidents.map(parseIncident), windows };
}
