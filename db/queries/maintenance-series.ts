import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Series } from '../../core/incidents/expand-series.ts';
import type { Db } from '../client.ts';
import type { Effect } from './write.ts';
import { at, iso, json } from './incident-rows.ts';
import type { Act } from './write-incident.ts';

const StoredSeries = z.object({ id: z.string(), series: Series });
export type StoredSeries = z.infer<typeof StoredSeries>;

/** What an answer and the audit log have of a series, as JSON of a row `s`. */
const SERIES_JSON = sql`jsonb_build_object('id', s.id, 'title', s.title, 'text', s.text,
  'services', s.services, 'startsLocal', s.starts_local, 'timeZone', s.time_zone,
  'durationSec', s.duration_sec, 'rrule', s.rrule, 'cancelledAt', ${iso('s.cancelled_at')})`;

/** Gives the id; one key is one series. Its windows are announced when they are planned. */
export async function createSeries(db: Db, creation: Creation, series: Series): Promise<string> {
  const { parts } = createSeriesEffect(creation, series);
  await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const { rows } = await db.execute(
    sql`SELECT id FROM maintenance_series WHERE key = ${creation.key}`,
  );
  return z.object({ id: z.string() }).parse(rows[0]).id;
}

type Creation = Pick<Act, 'key' | 'author'>;

/** The creation as parts of a statement: without a row when the key is known already. */
export function createSeriesEffect({ key, author }: Creation, series: Series): Effect {
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

/** Ends a series: no further windows, and those that have not begun are cancelled. False: there is none, or no more. */
export async function cancelSeries(db: Db, cancel: Pick<Act, 'id' | 'nowMs'>): Promise<boolean> {
  const { parts } = cancelSeriesEffect(cancel);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  return rows.length === 1;
}

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

/** The series that go on. One that cannot be read any more is left out. */
export async function readSeries(db: Db): Promise<StoredSeries[]> {
  const { rows } = await db.execute(sql`
    SELECT id, jsonb_build_object('title', title, 'text', text, 'services', services,
      'startsLocal', starts_local, 'timeZone', time_zone, 'durationSec', duration_sec, 'rrule', rrule) AS series
    FROM maintenance_series WHERE cancelled_at IS NULL AND deleted_at IS NULL`);
  return rows.flatMap((row) => {
    const parsed = StoredSeries.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Announces the windows of a series that are not announced yet. Gives how many those were. */
export async function announceWindows(
  db: Db,
  { id, series: { title, text, services, durationSec } }: StoredSeries,
  { startsMs, nowMs }: { startsMs: readonly number[]; nowMs: number },
): Promise<number> {
  const given = startsMs.map((ms) => ({
    starts_at: new Date(ms).toISOString(),
    ends_at: new Date(ms + durationSec * 1000).toISOString(),
  }));
  const { rows } = await db.execute(sql`
    WITH missing AS (
      SELECT one.* FROM jsonb_to_recordset(${json(given)}) AS one(starts_at timestamptz, ends_at timestamptz)
      WHERE NOT EXISTS (SELECT FROM maintenance_windows w
        WHERE w.series_id::text = ${id} AND w.starts_at = one.starts_at)
    ), desk AS (
      UPDATE incident_desk SET revision = revision + 1 WHERE EXISTS (SELECT FROM missing) RETURNING revision
    )
    INSERT INTO maintenance_windows (key, series_id, title, text, services, starts_at, ends_at, announced_at)
    SELECT s.id || '@' || missing.starts_at, s.id, ${title}, ${text}, ${json(services)}, missing.starts_at,
      missing.ends_at, ${at(nowMs)}
    FROM missing, desk, maintenance_series s WHERE s.id::text = ${id} AND s.cancelled_at IS NULL
    ON CONFLICT DO NOTHING RETURNING id`);
  return rows.length;
}
