import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Series } from '../../core/incidents/expand-series.ts';
import type { Db } from '../client.ts';
import { at, iso, json } from './incident-rows.ts';
import type { Act } from './write-incident.ts';
import type { Effect } from './write.ts';

/** What an answer and the audit log have of a series, as JSON of a row `s`. */
const SERIES_JSON = sql`jsonb_build_object('id', s.id, 'title', s.title, 'text', s.text,
  'services', s.services, 'startsLocal', s.starts_local, 'timeZone', s.time_zone,
  'durationSec', s.duration_sec, 'rrule', s.rrule, 'cancelledAt', ${iso('s.cancelled_at')})`;

export type SeriesCreation = Pick<Act, 'key' | 'author'>;

/** The creation as parts of a statement: without a row when the key is known already. */
export function createSeriesEffect({ key, author }: SeriesCreation, series: Series): Effect {
  const { title, text, services, startsLocal, timeZone, durationSec, rrule } = series;
  const parts = sql`written AS (
      INSERT INTO maintenance_series (key, title, text, services, starts_local, time_zone, duration_sec,
        rrule, author)
      VALUES (${key}, ${title}, ${text}, ${json(services)}, ${startsLocal}, ${timeZone},
        ${Math.round(durationSec)}, ${rrule}, ${author})
      ON CONFLICT (key) DO NOTHING RETURNING *
    ), effect AS (
      SELECT s.id::text AS subject, NULL::jsonb AS before, ${SERIES_JSON} AS after, 1 AS version FROM written s
    )`;
  return { action: 'maintenance.create-series', parts };
}

/** The end of a series, and of its windows that have not begun. */
export function cancelSeriesEffect({ id, nowMs }: Pick<Act, 'id' | 'nowMs'>): Effect {
  const parts = sql`desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), written AS (
      UPDATE maintenance_series s SET cancelled_at = ${at(nowMs)}, updated_at = ${at(nowMs)} FROM desk
      WHERE s.id::text = ${id} AND s.cancelled_at IS NULL AND s.deleted_at IS NULL
      RETURNING s.*
    ), cancelled AS (
      UPDATE maintenance_windows w SET cancelled_at = ${at(nowMs)}, revision = w.revision + 1
      FROM written WHERE w.series_id = written.id AND w.started_at IS NULL
        AND w.cancelled_at IS NULL AND w.completed_at IS NULL
    ), effect AS (
      SELECT s.id::text AS subject, NULL::jsonb AS before, ${SERIES_JSON} AS after, 1 AS version FROM written s
    )`;
  return { action: 'maintenance.cancel-series', parts };
}

const Stored = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  services: z.array(z.string()),
  startsLocal: z.string(),
  timeZone: z.string(),
  durationSec: z.number(),
  rrule: z.string(),
  cancelledAt: z.string().nullable(),
});
type Stored = z.infer<typeof Stored>;

/** A page of all series, the newest first. */
export async function listSeries(
  db: Db,
  { page, limit }: { page: number; limit: number },
): Promise<{ items: Stored[]; page: number; limit: number; total: number }> {
  const { rows } = await db.execute(sql`
    SELECT (SELECT count(*)::int FROM maintenance_series WHERE deleted_at IS NULL) AS total,
      (SELECT coalesce(jsonb_agg(${SERIES_JSON} ORDER BY s.created_at DESC, s.id), '[]') FROM (
        SELECT * FROM maintenance_series WHERE deleted_at IS NULL ORDER BY created_at DESC, id
        LIMIT ${limit} OFFSET ${(page - 1) * limit}) AS s) AS items`);
  const { total, items } = Listed.parse(rows[0]);
  return { items, page, limit, total };
}

const Listed = z.object({ total: z.number(), items: z.array(Stored) });

/** The series of an id, or that was created under a key; null when there is none. */
export async function findSeries(
  db: Db,
  by: { id: string } | { key: string },
): Promise<Stored | null> {
  const isIt = 'id' in by ? sql`s.id::text = ${by.id}` : sql`s.key = ${by.key}`;
  const { rows } = await db.execute(sql`
    SELECT ${SERIES_JSON} AS series FROM maintenance_series s WHERE ${isIt} AND s.deleted_at IS NULL`);
  return rows[0] === undefined ? null : Stored.parse(rows[0]['series']);
}
