import { openDb } from '../../db/client.ts';
import { readNewestSlot } from '../../db/queries/ticks.ts';
import { publishMonths } from './jobs/publish-months.ts';
import { publishUptime } from './jobs/publish-uptime.ts';
import { readSettings } from './settings.ts';

const DEADLINE_MS = 15_000;

/** Counts the uptime up to the newest slot that was stored and publishes it, with every month that has closed. */
export async function recount(env: MonitorEnv, nowMs: number): Promise<void> {
  const { settings } = readSettings(env);
  if (settings.DATABASE_URL === null) return;
  const db = openDb(settings.DATABASE_URL, AbortSignal.timeout(DEADLINE_MS));
  const untilMs = (await readNewestSlot(db)) + settings.SLOT_SEC * 1000;
  const context = { db, kv: env.STATUS_KV, settings, untilMs, nowMs };
  await publishUptime.run(context);
  await publishMonths.run(context);
}
