import { sql } from 'drizzle-orm';
import { computeUptimeOfRuns } from '../core/uptime/compute-uptime.ts';
import { clipRun } from '../core/uptime/round-run.ts';
import { decodeStrips } from '../core/uptime/round-strip.ts';
import type { Db } from '../db/client.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };

/**
 * Files a UTC day of rounds of a service, half a minute apart, as ticks would have: in runs that end with their hour, and
 * with its count. `results` is a strip of 2,880 slots: see core/uptime/round-strip.ts.
 */
export async function fileDay(
  db: Db,
  { serviceName, day, results }: { serviceName: string; day: string; results: string },
): Promise<void> {
  const fromMs = Date.parse(day);
  const runs = decodeStrips([{ from: `${day}T00:00:00.000Z`, intervalSec: 30, results }]);
  const hours = Array.from({ length: 24 }, (_, hour) => fromMs + hour * HOUR_MS);
  const rows = hours.flatMap((hourMs) =>
    runs.flatMap((run) => clipRun(run, { fromMs: hourMs, toMs: hourMs + HOUR_MS })),
  );
  const window = { fromMs, toMs: fromMs + DAY_MS };
  const { seconds } = computeUptimeOfRuns({ window, maintenance: [], runs, rules });
  await db.execute(sql`
    INSERT INTO service_statuses (service_name, display_name, status, last_checked_at)
    VALUES (${serviceName}, ${serviceName}, 'UP', now()) ON CONFLICT DO NOTHING`);
  await db.execute(sql`
    INSERT INTO service_runs (service_name, first_slot, result, count, interval_sec)
    SELECT ${serviceName}, to_timestamp("firstMs" / 1000), result, count, "intervalSec"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given("firstMs" float8, result text,
      count int, "intervalSec" float8)`);
  await db.execute(sql`
    INSERT INTO service_days (service_name, day, operational, degraded, partial_outage, major_outage,
      unknown, rounds, up_rounds)
    VALUES (${serviceName}, ${day}::date, ${seconds.operational}, ${seconds.degraded},
      ${seconds.partial_outage}, ${seconds.major_outage}, ${seconds.unknown}, 0, 0)`);
}
