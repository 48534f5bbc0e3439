import { sql, type SQL } from 'drizzle-orm';
import { MaintenanceWindow } from '../../core/incidents/maintenance-window.ts';
import type { Db } from '../client.ts';
import type { Effect } from './write.ts';
import { at } from './incident-rows.ts';
import { WINDOW_BRIEF_JSON, WINDOW_JSON } from './window-rows.ts';
import type { Act } from './write-incident.ts';

export type WindowAct = Pick<Act, 'id' | 'revision' | 'nowMs'>;

type WindowChange = {
  /** What the audit log calls it. */
  action: string;
  set: SQL;
  where: SQL;
  isAlready?: (window: MaintenanceWindow) => boolean;
};

export type BuildWindow = (act: WindowAct) => WindowChange;

export type WindowEnd =
  | { kind: 'done' | 'unchanged' | 'conflict' | 'refused'; window: MaintenanceWindow }
  | { kind: 'missing' };

/** Changes announced work in one statement, or does not. */
export async function writeWindow(db: Db, act: WindowAct, build: BuildWindow): Promise<WindowEnd> {
  const { parts } = windowEffect(act, build);
  const { rows } = await db.execute(sql`WITH ${parts} SELECT subject FROM effect`);
  const end = await explainWindow(db, act, build);
  return rows.length === 1 && end.kind !== 'missing' ? { ...end, kind: 'done' } : end;
}

/** The change as parts of a statement. As for incidents: the row of the desk comes first, and the revision decides. */
export function windowEffect(act: WindowAct, build: BuildWindow): Effect {
  const { action, set, where } = build(act);
  const parts = sql`desk AS (
      UPDATE incident_desk SET revision = revision + 1 RETURNING revision
    ), target AS (
      SELECT w.* FROM maintenance_windows w, desk
      WHERE w.id::text = ${act.id} AND w.deleted_at IS NULL AND w.revision = ${act.revision} AND ${where}
      FOR UPDATE OF w
    ), written AS (
      UPDATE maintenance_windows w SET revision = w.revision + 1, updated_at = ${at(act.nowMs)}, ${set}
      FROM target WHERE w.id = target.id RETURNING w.*
    ), effect AS (
      SELECT w.id::text AS subject, (SELECT ${WINDOW_BRIEF_JSON} FROM target w) AS before,
        ${WINDOW_BRIEF_JSON} AS after, w.revision AS version FROM written w
    )`;
  return { action, parts };
}

/** What stands now, and why a change that was not made was not made. */
export async function explainWindow(
  db: Db,
  act: WindowAct,
  build: BuildWindow,
): Promise<WindowEnd> {
  const window = await findWindow(db, sql`w.id::text = ${act.id} AND w.deleted_at IS NULL`);
  if (window === null) return { kind: 'missing' };
  if (build(act).isAlready?.(window) === true) return { kind: 'unchanged', window };
  return { kind: window.revision === act.revision ? 'refused' : 'conflict', window };
}

export async function findWindow(db: Db, where: SQL): Promise<MaintenanceWindow | null> {
  const { rows } = await db.execute(
    sql`SELECT ${WINDOW_JSON} AS window FROM maintenance_windows w WHERE ${where}`,
  );
  return rows[0] === undefined ? null : MaintenanceWindow.parse(rows[0]['window']);
}
