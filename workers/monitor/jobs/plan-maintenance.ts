import { expandSeries } from '../../../core/incidents/expand-series.ts';
import type { Db } from '../../../db/client.ts';
import { announceWindows, readSeries } from '../../../db/queries/maintenance-series.ts';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;
/** Work that recurs is announced so long before. */
const AHEAD_MS = 35 * DAY_MS;

/** Announces the windows of work that recurs, some weeks ahead. */
export const planMaintenance: Job = {
  name: 'plan-maintenance',
  everyMin: 60,
  run: ({ db, untilMs }) => planSeries(db, untilMs),
};

/** The same for whoever has just announced a series. */
export async function planSeries(db: Db, nowMs: number): Promise<void> {
  for (const stored of await readSeries(db)) {
    const startsMs = expandSeries(stored.series, { fromMs: nowMs, toMs: nowMs + AHEAD_MS });
    if (startsMs.length > 0) await announceWindows(db, stored, { startsMs, nowMs });
  }
}
