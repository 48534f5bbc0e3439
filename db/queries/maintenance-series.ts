import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Series } from '../../core/incidents/expand-series.ts';
import type { Db } from '../client.ts';
import { at, json } from './incident-rows.ts';
import type { Act } from './write-incident.ts';
import { cancelSeriesEffect, createSeriesEffect, type SeriesCreation } from './write-series.ts';

const StoredSeries = z.object({ id: z.string(), series: Series });
export type StoredSeries = z.infer<typeof StoredSeries>;

/** Gives the id; one key is one series. Its windows are announced when they are planned. */
export async function createSeries(
  db: Db,
  creation: SeriesCreation,
  series: Series,
): Promise<string> {
  const { parts } = createSeriesEffect(creation, series);
  await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const { rows } = await db.execute(
    sql`SELECT id FROM maintenance_series WHERE key = ${creation.key}`,
  );
  return z.object({ id: z.string() }).parse(rows[0]).id;
}

/** Ends a series: no further windows, and those that have not begun are cancelled. False: there is none, or no more. */
export async function cancelSeries(db: Db, cancel: Pick<Act, 'id' | 'nowMs'>): Promise<boolean> {
  const { parts } = cancelSeriesEffect(cancel);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  return rows.length === 1;
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
