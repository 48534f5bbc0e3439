import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { MaintenanceWindow } from '../../core/incidents/maintenance-window.ts';
import type { Db } from '../client.ts';
import type { Effect } from './write.ts';
import { at, json } from './incident-rows.ts';
import { WINDOW_BRIEF_JSON, WINDOW_JSON } from './window-rows.ts';
import type { Act } from './write-incident.ts';
import { findWindow, type BuildWindow } from './write-window.ts';

export type NewWindow = {
  title: string;
  text: string;
  services: readonly string[];
  startsAtMs: number;
  endsAtMs: number;
};

/** Announces work; one key is one window. */
export async function createWindow(
  db: Db,
  creation: Creation,
  window: NewWindow,
): Promise<{ window: MaintenanceWindow; isRepeat: boolean }> {
  const { parts } = createWindowEffect(creation, window);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const stored = await findAnnounced(db, creation.key);
  if (stored === null) throw new Error('Cannot announce the work: it is gone');
  return { window: stored, isRepeat: rows.length === 0 };
}

type Creation = Pick<Act, 'key' | 'author' | 'nowMs'>;

/** The announcement as parts of a statement: without a row when the key is known already. */
export function createWindowEffect(
  { key, author, nowMs }: Creation,
  { title, text, services, startsAtMs, endsAtMs }: NewWindow,
): Effect {
  const parts = sql`desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), written AS (
      INSERT INTO maintenance_windows (key, title, text, services, starts_at, ends_at, announced_at, author)
      SELECT ${key}, ${title}, ${text}, ${json(services)}, ${at(startsAtMs)}, ${at(endsAtMs)},
        ${at(nowMs)}, ${author} FROM desk
      ON CONFLICT (key) DO NOTHING RETURNING *
    ), effect AS (
      SELECT w.id::text AS subject, NULL::jsonb AS before, ${WINDOW_BRIEF_JSON} AS after,
        w.revision AS version FROM written w
    )`;
  return { action: 'maintenance.announce', parts };
}

/** Changes what was announced, before it begins. Announced anew, it counts from now. */
export function changeWindow(change: NewWindow): BuildWindow {
  const { title, text, services, startsAtMs, endsAtMs } = change;
  return ({ nowMs }) => ({
    action: 'maintenance.change',
    set: sql`title = ${title}, text = ${text}, services = ${json(services)},
      announced_at = CASE WHEN w.starts_at = ${at(startsAtMs)} AND w.ends_at >= ${at(endsAtMs)}
        AND w.services @> ${json(services)} THEN w.announced_at ELSE ${at(nowMs)} END,
      starts_at = ${at(startsAtMs)}, ends_at = ${at(endsAtMs)}`,
    where: sql`w.started_at IS NULL AND w.completed_at IS NULL AND w.cancelled_at IS NULL`,
  });
}

/** It will not take place, or is broken off. */
export function cancelWindow(): BuildWindow {
  return ({ nowMs }) => ({
    action: 'maintenance.cancel',
    set: sql`cancelled_at = ${at(nowMs)}`,
    where: sql`w.completed_at IS NULL AND w.cancelled_at IS NULL`,
    isAlready: ({ cancelledAtMs }) => cancelledAtMs !== null,
  });
}

/** Done, before its time or after it. */
export function completeWindow(): BuildWindow {
  return ({ nowMs }) => ({
    action: 'maintenance.complete',
    set: sql`completed_at = ${at(nowMs)}`,
    where: sql`w.started_at IS NOT NULL AND w.completed_at IS NULL AND w.cancelled_at IS NULL`,
    isAlready: ({ completedAtMs }) => completedAtMs !== null,
  });
}

/** The work that was announced under a key; null when there is none. */
export function findAnnounced(db: Db, key: string): Promise<MaintenanceWindow | null> {
  return findWindow(db, sql`w.key = ${key}`);
}

export function readWindow(db: Db, id: string): Promise<MaintenanceWindow | null> {
  return findWindow(db, sql`w.id::text = ${id} AND w.deleted_at IS NULL`);
}

/** All announced work, the newest first. */
export async function listWindows(
  db: Db,
  { page, limit }: { page: number; limit: number },
): Promise<{ items: MaintenanceWindow[]; page: number; limit: number; total: number }> {
  const { rows } = await db.execute(sql`
    SELECT (SELECT count(*)::int FROM maintenance_windows WHERE deleted_at IS NULL) AS total,
      (SELECT coalesce(jsonb_agg(${WINDOW_JSON} ORDER BY w.starts_at DESC, w.id), '[]') FROM (
        SELECT * FROM maintenance_windows WHERE deleted_at IS NULL ORDER BY starts_at DESC, id
        LIMIT ${limit} OFFSET ${(page - 1) * limit}) AS w) AS items`);
  const { total, items } = Listed.parse(rows[0]);
  return { items, page, limit, total };
}

const Listed = z.object({ total: z.number(), items: z.array(MaintenanceWindow) });

const Covered = z.object({
  serviceName: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  announcedMs: z.number(),
});
type Covered = z.infer<typeof Covered>;

/**
 * Announced work per service that touches a span: for as long as it was announced, or less when it was done or broken
 * off before. What never began is not in it; an overrun is not covered.
 */
export async function readMaintenance(db: Db, fromMs: number, toMs: number): Promise<Covered[]> {
  const { rows } = await db.execute(sql`
    SELECT service AS "serviceName", extract(epoch FROM starts_at)::float8 * 1000 AS "fromMs",
      extract(epoch FROM ended)::float8 * 1000 AS "toMs",
      extract(epoch FROM announced_at)::float8 * 1000 AS "announcedMs"
    FROM maintenance_windows, jsonb_array_elements_text(services) AS service,
      LATERAL (SELECT least(ends_at, completed_at, cancelled_at) AS ended) AS actual
    WHERE deleted_at IS NULL AND starts_at < ${at(toMs)} AND ended > ${at(fromMs)} AND ended > starts_at
    ORDER BY service, starts_at`);
  return z.array(Covered).parse(rows);
}
