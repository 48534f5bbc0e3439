import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Round } from '../../core/services/outcome.ts';
import { RoundResult } from '../../core/services/round-result.ts';
import { ServiceStatus, toStatus } from '../../core/services/status.ts';
import type { Db } from '../client.ts';

const Ms = z.number().transform(Math.round);

const StoredState = z.object({
  revision: z.number(),
  run: z.string(),
  watchingSinceMs: Ms,
  services: z.array(
    z.object({
      serviceName: z.string(),
      status: ServiceStatus,
      latency: z.number().nullable(),
      lastCheckedAtMs: Ms,
      wasMeasured: z.boolean(),
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
    SELECT revision, run, extract(epoch FROM created_at)::float8 * 1000 AS "watchingSinceMs",
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'serviceName', service_name, 'status', status, 'latency', latency,
          'lastCheckedAtMs', extract(epoch FROM last_checked_at) * 1000,
          'wasMeasured', last_measured_at IS NOT NULL)), '[]')
        FROM service_statuses WHERE deleted_at IS NULL) AS services,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'serviceName', service_name, 'slotMs', extract(epoch FROM slot) * 1000,
          'result', result, 'latencyMs', latency)), '[]')
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
  rounds: readonly Round[];
};

/**
 * Stores a tick whole, or nothing of it, in one statement. False: another tick has committed this slot or a later one,
 * or came between reading and writing.
 */
export async function commitTick(
  db: Db,
  { tickMs, revision, run, rounds }: Tick,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    WITH gate AS (
      UPDATE evaluator
      SET slot = ${toTimestamp(tickMs)}::timestamptz, revision = revision + 1, run = ${run}
      WHERE revision = ${revision} AND slot < ${toTimestamp(tickMs)}::timestamptz
      RETURNING slot
    ), given AS (
      SELECT gate.slot, round.* FROM gate, jsonb_to_recordset(${toJson(rounds)}::jsonb) AS round(
        service_name text, display_name text, result text, status text, latency int,
        checked_at timestamptz, reason text, metadata jsonb)
    ), stored AS (
      INSERT INTO probe_results (service_name, slot, result, latency, checked_at, reason)
      SELECT service_name, slot, result, latency, checked_at, reason FROM given
      ON CONFLICT DO NOTHING
    ), shown AS (
      INSERT INTO service_statuses AS s (service_name, display_name, status, latency,
        last_checked_at, last_measured_at, reason, metadata)
      SELECT service_name, display_name, status, latency, checked_at,
        CASE WHEN result <> 'none' THEN checked_at END, reason, metadata FROM given
      ON CONFLICT (service_name) DO UPDATE SET
        display_name = excluded.display_name, status = excluded.status, latency = excluded.latency,
        last_checked_at = excluded.last_checked_at,
        last_measured_at = coalesce(excluded.last_measured_at, s.last_measured_at),
        reason = excluded.reason, metadata = coalesce(excluded.metadata, s.metadata),
        updated_at = now(), deleted_at = NULL
    )
    SELECT slot FROM gate`);
  return rows.length === 1;
}

/** The run that committed last. */
export async function readRun(db: Db): Promise<string> {
  const { rows } = await db.execute(sql`SELECT run FROM evaluator`);
  return z.object({ run: z.string() }).parse(rows[0]).run;
}

function toJson(rounds: readonly Round[]): string {
  return JSON.stringify(
    rounds.map((round) => ({
      service_name: round.serviceName,
      display_name: round.displayName,
      result: round.result,
      status: toStatus(round.result),
      latency: round.latencyMs,
      checked_at: toTimestamp(round.checkedAtMs),
      reason: round.reason,
      metadata: round.metadata,
    })),
  );
}

function toTimestamp(ms: number): string {
  return new Date(ms).toISOString();
}
