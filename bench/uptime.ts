// What history costs, on a real PostgreSQL behind Neon's protocol. Building a snapshot as a tick does, with 90 days of
// days and intervals and 14 of rounds, against one with a day of each; and the statement behind the uptime pages against
// one indexed SELECT of the same rows. Both sides in turn.
import { sql } from 'drizzle-orm';
import { judgeServices } from '../core/services/judge-services.ts';
import { buildSnapshot } from '../core/snapshot/build-snapshot.ts';
import { auditPeriod } from '../core/uptime/audit-period.ts';
import { buildExtract } from '../core/uptime/build-extract.ts';
import { firstDayMs } from '../core/uptime/period.ts';
import { toHistory } from '../core/uptime/service-history.ts';
import { openDb, type Db } from '../db/client.ts';
import { saveHistories } from '../db/queries/history.ts';
import { readLedger } from '../db/queries/ledger.ts';
import { readState } from '../db/queries/ticks.ts';
import { createMigrated, serveDatabase } from '../test/databases.ts';
import { startRealPostgres } from '../test/postgres.ts';
import { knownBefore } from '../workers/monitor/jobs/known-before.ts';
import { median } from './median.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SERVICES = 7;
const RUNS = 30;
const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };

const server = await startRealPostgres();
try {
  const short = await openFilled({ days: 1, roundDays: 1 });
  const long = await openFilled({ days: 90, roundDays: 14 });
  await compareSnapshots(short.db, long.db);
  await compareStatements(long.db);
  await Promise.all([short.stop(), long.stop()]);
} finally {
  await server.stop();
}

async function compareSnapshots(short: Db, long: Db) {
  const [day, history] = await timeInTurn([() => build(short), () => build(long)]);
  console.log(`snapshot with a day ${words(day)}, with 90 days ${words(history)}`);
  console.log(`90 days / a day: ${ratio(history, day)} (at most 1.3)`);
}

async function compareStatements(db: Db) {
  const span = { fromMs: firstDayMs(NOW), toMs: NOW };
  const [from, to] = [span.fromMs, span.toMs].map((ms) => new Date(ms).toISOString());
  const plain = sql`SELECT service_name, first_slot, result, count, interval_sec FROM service_runs
    WHERE first_slot >= ${from}::timestamptz AND first_slot < ${to}::timestamptz`;
  const { rows } = await db.execute(plain);
  const [select, ledger] = await timeInTurn([() => db.execute(plain), () => readLedger(db, span)]);
  console.log(
    `one SELECT of ${rows.length} rows ${words(select)}, the ledger of them ${words(ledger)}`,
  );
  console.log(`ledger / SELECT: ${ratio(ledger, select)} (at most 3)`);
}

async function build(db: Db) {
  const state = await readState(db, NOW - HOUR_MS);
  const known = knownBefore({ state, previous: null });
  const services = state.services.map(({ serviceName }) => ({
    serviceName,
    displayName: serviceName,
    rules,
  }));
  return buildSnapshot({
    product: { name: 'Shop', url: null },
    judged: judgeServices(services, { tickMs: NOW, rounds: [], before: nothingBefore }),
    known,
    tickMs: NOW,
    slotMs: 30_000,
    nowMs: NOW,
    watchingSinceMs: NOW - 90 * DAY_MS,
    publishEverySec: 60,
    previousSeq: 0,
  });
}

function nothingBefore() {
  return { record: null, newest: null, results: [] };
}

/** A database with so many days of runs, intervals and counts of every service, and so many of single rounds. */
async function openFilled({ days, roundDays }: { days: number; roundDays: number }) {
  const database = await serveDatabase(await createMigrated(server));
  const db = openDb(database.url, AbortSignal.timeout(600_000));
  const since = (count: number) =>
    sql`${new Date(NOW - count * DAY_MS).toISOString()}::timestamptz`;
  const until = sql`${new Date(NOW).toISOString()}::timestamptz`;
  const services = sql`generate_series(1, ${sql.raw(String(SERVICES))}) AS n`;
  await db.execute(sql`
    INSERT INTO service_statuses (service_name, display_name, status, last_checked_at)
    SELECT 'service-' || n, 'Service ' || n, 'UP', ${until} FROM ${services}`);
  // Half an hour of every tenth is an outage.
  await db.execute(sql`
    INSERT INTO service_runs (service_name, first_slot, result, count, interval_sec)
    SELECT 'service-' || n, at, CASE WHEN extract(epoch FROM at)::bigint / 1800 % 10 = n THEN 'down' ELSE 'up' END, 60, 30
    FROM ${services}, generate_series(${since(days)}, ${until} - interval '30 minutes', interval '30 minutes') AS at`);
  await db.execute(sql`
    INSERT INTO service_intervals (service_name, from_at, to_at, state, deciding)
    SELECT service_name, first_slot, first_slot + interval '30 minutes',
      CASE result WHEN 'down' THEN 'major_outage' ELSE 'operational' END, '[]' FROM service_runs`);
  await db.execute(sql`
    INSERT INTO service_days (service_name, day, operational, degraded, partial_outage, major_outage, unknown, rounds, up_rounds)
    SELECT 'service-' || n, day::date, 86400, 0, 0, 0, 0, 2880, 2880
    FROM ${services}, generate_series(${since(days)}, ${until}, interval '1 day') AS day`);
  await db.execute(sql`
    INSERT INTO probe_results (service_name, slot, result, latency, checked_at)
    SELECT 'service-' || n, at, 'up', 40, at
    FROM ${services}, generate_series(${since(roundDays)}, ${until}, interval '30 seconds') AS at`);
  await db.execute(sql`ANALYZE`);
  await saveHistories(db, await countHistories(db));
  return { db, stop: () => database.stop() };
}

async function countHistories(db: Db) {
  const window = { fromMs: firstDayMs(NOW), toMs: NOW };
  const evidence = (await readLedger(db, window)).map((service) => ({
    ...service,
    maintenance: [],
    rules,
  }));
  return buildExtract(evidence, window).services.map((service) => ({
    serviceName: service.serviceName,
    history: toHistory(auditPeriod(service, window).measured, window),
  }));
}

/** The medians of both in milliseconds; the first runs warm up. */
async function timeInTurn(sides: [() => Promise<unknown>, () => Promise<unknown>]) {
  const times: [number[], number[]] = [[], []];
  for (let run = -5; run < RUNS; run += 1) {
    for (const [index, side] of sides.entries()) {
      const startedAt = performance.now();
      await side();
      if (run >= 0) times[index]?.push(performance.now() - startedAt);
    }
  }
  return [median(times[0]), median(times[1])] as const;
}

function words(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

function ratio(of: number, to: number): string {
  return (of / to).toFixed(2);
}
