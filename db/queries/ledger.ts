import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { RoundResult } from '../../core/services/round-result.ts';
import { Correction } from '../../core/uptime/correction.ts';
import { MonthNumbers } from '../../core/uptime/ledger-extract.ts';
import { LEDGER_DAYS } from '../../core/uptime/period.ts';
import type { Span } from '../../core/uptime/uptime-input.ts';
import type { Db } from '../client.ts';

const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

const RunRow = z
  .tuple([z.number(), RoundResult, z.number(), z.number()])
  .transform(([sec, result, count, intervalSec]) => ({
    firstMs: Math.round(sec * 1000),
    result,
    count,
    intervalSec,
  }));

const ClosedMonth = MonthNumbers.omit({ corrected: true }).extend({
  closedAt: z.iso.datetime(),
});

const StoredLedger = z.object({
  serviceName: z.string(),
  displayName: z.string(),
  runs: z.array(RunRow),
  corrections: z.array(Correction),
  /** Those that closed, the newest first. */
  months: z.array(ClosedMonth),
});
export type StoredLedger = z.infer<typeof StoredLedger>;

/**
 * Every round of a time that begins and ends with an hour or later than the newest round, as runs; the corrections that
 * touch it; the months that closed in the last 400 days. One statement, so that its parts belong together.
 */
export async function readLedger(db: Db, { fromMs, toMs }: Span): Promise<StoredLedger[]> {
  const [from, to] = [toTimestamp(fromMs), toTimestamp(toMs)];
  const { rows } = await db.execute(sql`
    WITH rounds AS (
      SELECT service_name, first_slot, result, count, interval_sec,
        -- A run that goes on from the one before it is no run of its own.
        lag((result, interval_sec, first_slot + count * interval_sec * interval '1 second')) OVER mine
          IS DISTINCT FROM (result, interval_sec, first_slot) AS begins
      FROM service_runs WHERE first_slot >= ${from} AND first_slot < ${to}
      WINDOW mine AS (PARTITION BY service_name ORDER BY first_slot)
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE begins) OVER (PARTITION BY service_name ORDER BY first_slot) AS run
      FROM rounds
    ), runs AS (
      SELECT service_name, jsonb_build_array(extract(epoch FROM min(first_slot)), min(result),
          sum(count), min(interval_sec)) AS row, min(first_slot) AS at
      FROM numbered GROUP BY service_name, run
    )
    SELECT service_name AS "serviceName", display_name AS "displayName",
      (SELECT coalesce(jsonb_agg(row ORDER BY at), '[]') FROM runs r
        WHERE r.service_name = s.service_name) AS runs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('from', ${iso('from_at')}, 'to', ${iso('to_at')},
          'state', state, 'reason', reason, 'madeAt', ${iso('made_at')}) ORDER BY made_at), '[]')
        FROM service_corrections c WHERE c.service_name = s.service_name
          AND from_at < ${to} AND to_at > ${from}) AS corrections,
      (SELECT coalesce(jsonb_agg(${MONTH} ORDER BY month DESC), '[]') FROM service_months m
        WHERE m.service_name = s.service_name
          AND month >= (${to} AT TIME ZONE 'UTC' - interval '${sql.raw(String(LEDGER_DAYS))} days')::date) AS months
    FROM service_statuses s WHERE deleted_at IS NULL`);
  return z.array(StoredLedger).parse(rows);
}

const MONTH = sql`jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'closedAt', ${iso('closed_at')},
  'uptime', uptime, 'strict', strict, 'checkRatio', check_ratio, 'coverage', coverage,
  'displayable', displayable, 'rules', rules)`;

/** The months of which a service has rounds, and that were over at `beforeMs` and have not closed; as `2026-11`. */
export async function readUnclosedMonths(db: Db, beforeMs: number): Promise<string[]> {
  const { rows } = await db.execute(sql`
    SELECT DISTINCT to_char(month, 'YYYY-MM') AS month
    FROM (SELECT service_name, date_trunc('month', day)::date AS month FROM service_days) AS seen
    WHERE (month + interval '1 month') AT TIME ZONE 'UTC' <= ${toTimestamp(beforeMs)}
      AND NOT EXISTS (SELECT FROM service_months m
        WHERE m.service_name = seen.service_name AND m.month = seen.month)
    ORDER BY 1`);
  return rows.map(({ month }) => z.string().parse(month));
}

/** The months that have closed since a time, as `2026-11`. */
export async function readClosedMonths(db: Db, sinceMs: number): Promise<string[]> {
  const { rows } = await db.execute(sql`
    SELECT DISTINCT to_char(month, 'YYYY-MM') AS month FROM service_months
    WHERE month >= (${toTimestamp(sinceMs)} AT TIME ZONE 'UTC')::date ORDER BY 1`);
  return rows.map(({ month }) => z.string().parse(month));
}

/** The months before a time in which something was corrected and whose rounds are kept, as `2026-11`. */
export async function readCorrectedMonths(db: Db, beforeMs: number): Promise<string[]> {
  const before = toTimestamp(beforeMs);
  const { rows } = await db.execute(sql`
    SELECT DISTINCT to_char(month, 'YYYY-MM') AS month
    FROM service_corrections, generate_series(date_trunc('month', from_at AT TIME ZONE 'UTC'),
      to_at AT TIME ZONE 'UTC' - interval '1 microsecond', interval '1 month') AS month
    WHERE month AT TIME ZONE 'UTC' < ${before}
      AND month AT TIME ZONE 'UTC' > ${before} - interval '${sql.raw(String(LEDGER_DAYS))} days'
    ORDER BY 1`);
  return rows.map(({ month }) => z.string().parse(month));
}

/** Closes months. One that has closed keeps its numbers, whatever is given. */
export async function closeMonths(
  db: Db,
  months: readonly (MonthNumbers & { serviceName: string })[],
): Promise<void> {
  const rows = months.map(({ serviceName, month, checkRatio, ...numbers }) => ({
    ...numbers,
    service_name: serviceName,
    month: `${month}-01`,
    check_ratio: checkRatio,
  }));
  await db.execute(sql`
    INSERT INTO service_months (service_name, month, uptime, strict, check_ratio, coverage, displayable, rules)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(service_name text,
      month date, uptime numeric, strict numeric, check_ratio numeric, coverage numeric,
      displayable boolean, rules jsonb)
    ON CONFLICT (service_name, month) DO NOTHING`);
}

function iso(column: string): SQL {
  return sql`to_char(${sql.identifier(column)} AT TIME ZONE 'UTC', ${ISO})`;
}

function toTimestamp(ms: number): SQL {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}
