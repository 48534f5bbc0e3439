import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Trouble } from '../../core/snapshot/day-bars.ts';
import {
  HISTORY_DAYS,
  type DayCount,
  type ServiceHistory,
} from '../../core/uptime/service-history.ts';
import type { Db } from '../client.ts';

/** A day may still change for so long: a ledger is decided within minutes, and clocks are not that wrong. */
const OPEN_DAYS = 2;
const MOST_TROUBLES = 8;

/**
 * Counts the days that may still change, from the ledger and the runs as they are up to `untilMs`. A day that is over for
 * two days is counted for the last time; running it again changes nothing.
 */
export async function countDays(db: Db, untilMs: number): Promise<void> {
  const until = sql`${new Date(untilMs).toISOString()}::timestamptz`;
  await db.execute(sql`
    WITH days AS (
      SELECT day, day + interval '1 day' AS next
      FROM generate_series(date_trunc('day', ${until}, 'UTC') - interval '${sql.raw(String(OPEN_DAYS))} days',
        date_trunc('day', ${until}, 'UTC'), interval '1 day') AS day
    ), parts AS (
      SELECT service_name, day, state,
        extract(epoch FROM least(coalesce(to_at, ${until}), next, ${until}) - greatest(from_at, day)) AS seconds
      FROM service_intervals
      JOIN days ON from_at < least(next, ${until}) AND coalesce(to_at, ${until}) > day
    ), times AS (
      SELECT service_name, day,
        coalesce(sum(seconds) FILTER (WHERE state = 'operational'), 0) AS operational,
        coalesce(sum(seconds) FILTER (WHERE state = 'degraded'), 0) AS degraded,
        coalesce(sum(seconds) FILTER (WHERE state = 'partial_outage'), 0) AS partial_outage,
        coalesce(sum(seconds) FILTER (WHERE state = 'major_outage'), 0) AS major_outage,
        coalesce(sum(seconds) FILTER (WHERE state = 'unknown'), 0) AS unknown
      FROM parts GROUP BY service_name, day
    ), checks AS (
      SELECT service_name, day,
        coalesce(sum(count) FILTER (WHERE result <> 'none'), 0) AS rounds,
        coalesce(sum(count) FILTER (WHERE result IN ('up', 'degraded')), 0) AS up_rounds
      FROM service_runs JOIN days ON first_slot >= day AND first_slot < next
      GROUP BY service_name, day
    )
    INSERT INTO service_days AS known (service_name, day, operational, degraded, partial_outage,
      major_outage, unknown, rounds, up_rounds, frozen_at)
    SELECT service_name, (day AT TIME ZONE 'UTC')::date, operational, degraded, partial_outage,
      major_outage, unknown, coalesce(rounds, 0), coalesce(up_rounds, 0),
      CASE WHEN day < date_trunc('day', ${until}, 'UTC') - interval '1 day' THEN now() END
    FROM times LEFT JOIN checks USING (service_name, day)
    ON CONFLICT (service_name, day) DO UPDATE SET
      operational = excluded.operational, degraded = excluded.degraded,
      partial_outage = excluded.partial_outage, major_outage = excluded.major_outage,
      unknown = excluded.unknown, rounds = excluded.rounds, up_rounds = excluded.up_rounds,
      frozen_at = excluded.frozen_at
    WHERE known.frozen_at IS NULL`);
}

const Counted = z.object({
  serviceName: z.string(),
  counts: z.array(
    z.object({
      day: z.number(),
      operational: z.number(),
      degraded: z.number(),
      partialOutage: z.number(),
      majorOutage: z.number(),
      unknown: z.number(),
      rounds: z.number(),
      upRounds: z.number(),
    }),
  ),
  troubles: z.array(Trouble),
  older: z.number(),
});

export type CountedService = {
  serviceName: string;
  counts: DayCount[];
  troubles: Trouble[];
  /** How many stretches are older than these, within the days. */
  older: number;
};

/** The counted days of the last 90, and the newest stretches in which a service was not operational. */
export async function readDays(db: Db, untilMs: number): Promise<CountedService[]> {
  const until = sql`${new Date(untilMs).toISOString()}::timestamptz`;
  const since = sql`(${until} - interval '${sql.raw(String(HISTORY_DAYS))} days')`;
  const iso = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);
  const { rows } = await db.execute(sql`
    WITH troubles AS (
      SELECT service_name, state, from_at, to_at,
        row_number() OVER (PARTITION BY service_name ORDER BY from_at DESC) AS nth
      FROM service_intervals
      WHERE state <> 'operational' AND coalesce(to_at, ${until}) > ${since}
    )
    SELECT service_name AS "serviceName",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day - date '1970-01-01',
          'operational', operational, 'degraded', degraded, 'partialOutage', partial_outage,
          'majorOutage', major_outage, 'unknown', unknown, 'rounds', rounds, 'upRounds', up_rounds)), '[]')
        FROM service_days d WHERE d.service_name = s.service_name AND day >= ${since}::date) AS counts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('state', state,
          'from', to_char(from_at AT TIME ZONE 'UTC', ${iso}),
          'to', to_char(to_at AT TIME ZONE 'UTC', ${iso})) ORDER BY from_at DESC), '[]')
        FROM troubles t WHERE t.service_name = s.service_name AND nth <= ${MOST_TROUBLES}) AS troubles,
      (SELECT count(*)::int FROM troubles t
        WHERE t.service_name = s.service_name AND nth > ${MOST_TROUBLES}) AS older
    FROM service_statuses s WHERE deleted_at IS NULL`);
  return z.array(Counted).parse(rows);
}

/** Keeps each service's history where the next tick reads it. */
export async function saveHistories(
  db: Db,
  histories: readonly { serviceName: string; history: ServiceHistory }[],
): Promise<void> {
  const rows = histories.map(({ serviceName, history }) => ({
    service_name: serviceName,
    history,
    uptime: history.uptimePercentage,
  }));
  await db.execute(sql`
    UPDATE service_statuses s SET history = given.history,
      -- Two decimals, never rounded up.
      uptime_percentage = trunc(given.uptime, 2)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(
      service_name text, history jsonb, uptime numeric)
    WHERE s.service_name = given.service_name`);
}
