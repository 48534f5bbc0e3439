import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Judged } from '../../core/services/judge-services.ts';
import { RoundResult } from '../../core/services/round-result.ts';
import { ServiceRecord } from '../../core/services/service-record.ts';
import { ServiceHistory } from '../../core/uptime/service-history.ts';
import type { Db } from '../client.ts';
import { keepFrame, type FrameRow } from './frames.ts';

const Ms = z.number().transform(Math.round);

const StoredState = z.object({
  /** The newest slot that was committed. */
  slotMs: Ms,
  revision: z.number(),
  run: z.string(),
  watchingSinceMs: Ms,
  services: z.array(
    z.object({
      serviceName: z.string(),
      latency: z.number().nullable(),
      lastCheckedAtMs: Ms,
      wasMeasured: z.boolean(),
      // One that cannot be read begins anew: its past stays in the ledger.
      record: ServiceRecord.nullable().catch(null),
      history: ServiceHistory.nullable().catch(null),
    }),
  ),
  rounds: z.array(
    z.object({
      serviceName: z.string(),
      slotMs: Ms,
      result: RoundResult,
      latencyMs: z.number().nullable(),
    }),
  ),
});
export type StoredState = z.infer<typeof StoredState>;

/** What a tick starts from, read by one statement so that its parts belong together. */
export async function readState(db: Db, sinceMs: number): Promise<StoredState> {
  const { rows } = await db.execute(sql`
    SELECT extract(epoch FROM slot)::float8 * 1000 AS "slotMs", revision, run,
      extract(epoch FROM created_at)::float8 * 1000 AS "watchingSinceMs",
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'serviceName', service_name, 'latency', latency, 'record', record, 'history', history,
          'lastCheckedAtMs', extract(epoch FROM last_checked_at) * 1000,
          'wasMeasured', last_measured_at IS NOT NULL)), '[]')
        FROM service_statuses WHERE deleted_at IS NULL) AS services,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'serviceName', service_name, 'slotMs', extract(epoch FROM slot) * 1000,
          'result', result, 'latencyMs', latency) ORDER BY slot), '[]')
        FROM probe_results WHERE slot >= ${toTimestamp(sinceMs)}::timestamptz) AS rounds
    FROM evaluator`);
  if (rows[0] === undefined) throw new Error('Cannot read the state: evaluator has no row');
  return StoredState.parse(rows[0]);
}

export type Tick = {
  /** Start of the slot in milliseconds. */
  tickMs: number;
  /** The revision that was read: another one means that another tick came between. */
  revision: number;
  run: string;
  /** The services that have a round in this slot. */
  judged: readonly Judged[];
  /** What was scraped in this slot. */
  frame?: FrameRow | null;
};

/**
 * Stores a tick whole, or nothing of it, in one statement. False: another tick has committed this slot or a later one,
 * or came between reading and writing.
 */
export async function commitTick(
  db: Db,
  { tickMs, revision, run, judged, frame = null }: Tick,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    WITH gate AS (
      UPDATE evaluator
      SET slot = ${toTimestamp(tickMs)}::timestamptz, revision = revision + 1, run = ${run}
      WHERE revision = ${revision} AND slot < ${toTimestamp(tickMs)}::timestamptz
      RETURNING slot
    ), given AS (
      SELECT gate.slot, round.* FROM gate, jsonb_to_recordset(${toJson(judged)}::jsonb) AS round(
        service_name text, display_name text, result text, status text, latency int,
        checked_at timestamptz, reason text, metadata jsonb, record jsonb,
        close_at timestamptz, intervals jsonb, run jsonb)
    ), stored AS (
      INSERT INTO probe_results (service_name, slot, result, latency, checked_at, reason)
      SELECT service_name, slot, result, latency, checked_at, reason FROM given
      ON CONFLICT DO NOTHING
    ), shown AS (
      INSERT INTO service_statuses AS s (service_name, display_name, status, latency,
        last_checked_at, last_measured_at, reason, metadata, record)
      SELECT service_name, display_name, status, latency, checked_at,
        CASE WHEN result <> 'none' THEN checked_at END, reason, metadata, record FROM given
      ON CONFLICT (service_name) DO UPDATE SET
        display_name = excluded.display_name, status = excluded.status, latency = excluded.latency,
        last_checked_at = excluded.last_checked_at,
        last_measured_at = coalesce(excluded.last_measured_at, s.last_measured_at),
        reason = excluded.reason, metadata = coalesce(excluded.metadata, s.metadata),
        record = excluded.record, updated_at = now(), deleted_at = NULL
    ), ended AS (
      UPDATE service_intervals SET to_at = close_at FROM given
      WHERE service_intervals.service_name = given.service_name AND to_at IS NULL AND from_at < close_at
    ), begun AS (
      INSERT INTO service_intervals (service_name, from_at, to_at, state, deciding)
      SELECT service_name, next.from_at, next.to_at, next.state, next.deciding
      FROM given, jsonb_to_recordset(intervals) AS next(
        from_at timestamptz, to_at timestamptz, state text, deciding jsonb)
      ON CONFLICT (service_name, from_at) DO UPDATE SET
        to_at = excluded.to_at, state = excluded.state, deciding = excluded.deciding
    ), ran AS (
      INSERT INTO service_runs (service_name, first_slot, result, count, interval_sec,
        latency_min, latency_median, latency_max)
      SELECT service_name, now_run.first_slot, now_run.result, now_run.count, now_run.interval_sec,
        now_run.latency_min, now_run.latency_median, now_run.latency_max
      FROM given, jsonb_to_record(run) AS now_run(first_slot timestamptz, result text, count int,
        interval_sec float8, latency_min int, latency_median int, latency_max int)
      ON CONFLICT (service_name, first_slot) DO UPDATE SET
        count = excluded.count, latency_min = excluded.latency_min,
        latency_median = excluded.latency_median, latency_max = excluded.latency_max
    )${keepFrame(frame)}
    SELECT slot FROM gate`);
  return rows.length === 1;
}

/** The start of the newest slot that was committed, in milliseconds. */
export async function readNewestSlot(db: Db): Promise<number> {
  const { rows } = await db.execute(
    sql`SELECT extract(epoch FROM slot)::float8 * 1000 AS ms FROM evaluator`,
  );
  return z.object({ ms: Ms }).parse(rows[0]).ms;
}

/** The run that committed last. */
export async function readRun(db: Db): Promise<string> {
  const { rows } = await db.execute(sql`SELECT run FROM evaluator`);
  return z.object({ run: z.string() }).parse(rows[0]).run;
}

function toJson(judged: readonly Judged[]): string {
  return JSON.stringify(judged.flatMap((one) => (one.news === null ? [] : toRow(one, one.news))));
}

function toRow({ service, status, record }: Judged, { round, step }: NonNullable<Judged['news']>) {
  return {
    service_name: service.serviceName,
    display_name: service.displayName,
    result: round.result,
    status,
    latency: round.latencyMs,
    checked_at: toTimestamp(round.checkedAtMs),
    reason: round.reason,
    metadata: round.metadata,
    record,
    close_at: step.closeAtMs === null ? null : toTimestamp(step.closeAtMs),
    intervals: step.intervals.map(({ fromMs, toMs, state, deciding }) => ({
      from_at: toTimestamp(fromMs),
      to_at: toMs === null ? null : toTimestamp(toMs),
      state,
      deciding,
    })),
    run: {
      first_slot: toTimestamp(step.run.firstMs),
      result: step.run.result,
      count: step.run.count,
      interval_sec: service.rules.intervalSec,
      latency_min: step.run.latency?.min ?? null,
      latency_median: step.run.latency?.median ?? null,
      latency_max: step.run.latency?.max ?? null,
    },
  };
}

function toTimestamp(ms: number): string {
  return new Date(ms).toISOString();
}
