import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeServices } from '../../core/services/judge-services.ts';
import type { Round } from '../../core/services/outcome.ts';
import type { RoundResult } from '../../core/services/round-result.ts';
import { computeUptime } from '../../core/uptime/compute-uptime.ts';
import { summarizeDays } from '../../core/uptime/service-history.ts';
import { asRole, describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { ROLES } from '../grants.ts';
import { countDays, readDays, saveHistories } from './history.ts';
import { purgeOld } from './purge.ts';
import { commitTick, readState } from './ticks.ts';

const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };
const service = { serviceName: 'redis', displayName: 'Redis', rules };
const START = Date.UTC(2026, 10, 24);
const LETTERS: Record<string, RoundResult> = { u: 'up', g: 'degraded', d: 'down', n: 'none' };

// A dot is a tick that never ran.
const DAY = 'uuuudduuduuu...uuggggduddddd..dduuunnnnuu..uuuuddnddnuunuuddddduuuu....ddd';

describeEachDatabase('the stored ledger', (start) => {
  let database: Database;
  // With the rights of the Worker that does this, and no others.
  const db = () => openDb(asRole(database.url, ROLES.monitor), AbortSignal.timeout(10_000));

  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());

  /** A tick as the monitor runs it: it reads what the last one left, judges and commits. */
  async function tick(slotMs: number, result: RoundResult) {
    const state = await readState(db(), START);
    const record = state.services[0]?.record ?? null;
    const judged = judgeServices([service], {
      tickMs: slotMs,
      rounds: [roundAt(slotMs, result)],
      before: () => ({ record, newest: record, results: [] }),
    });
    const committing = { tickMs: slotMs, revision: state.revision, run: `run-${slotMs}`, judged };
    await commitTick(db(), committing);
    // A second commit of the same tick is refused whole.
    expect(await commitTick(db(), committing)).toBe(false);
  }

  test('is what the batch function makes of the same rounds, and its runs are those rounds', async () => {
    const rounds: { atMs: number; result: RoundResult }[] = [];
    for (const [index, letter] of Array.from(DAY).entries()) {
      const result = LETTERS[letter];
      if (result === undefined) continue;
      const atMs = START + index * 30_000;
      rounds.push({ atMs, result });
      await tick(atMs, result);
    }
    const toMs = START + DAY.length * 30_000;
    const batch = computeUptime({
      window: { fromMs: START, toMs },
      maintenance: [],
      rounds,
      rules,
    });
    const { rows } = await db().execute(sql`
      SELECT state, from_at, coalesce(to_at, ${new Date(toMs).toISOString()}) AS to_at
      FROM service_intervals ORDER BY from_at`);
    const stored = rows.map(({ state, from_at, to_at }) => ({
      state,
      from: new Date(String(from_at)).toISOString(),
      to: new Date(String(to_at)).toISOString(),
    }));
    expect(stored).toEqual(batch.intervals);

    const runs = await db().execute(sql`
      SELECT result, count, extract(epoch FROM first_slot)::float8 * 1000 AS first_ms
      FROM service_runs ORDER BY first_slot`);
    const decoded = runs.rows.flatMap(({ result, count, first_ms }) =>
      Array.from({ length: Number(count) }, (_, n) => ({
        atMs: Number(first_ms) + n * 30_000,
        result,
      })),
    );
    expect(decoded).toEqual(rounds);

    // Counted day by day, the numbers are the same; counting twice changes nothing.
    await countDays(db(), toMs);
    await countDays(db(), toMs);
    const [counted] = await readDays(db(), toMs);
    const today = START / 86_400_000;
    const history = summarizeDays(counted?.counts ?? [], counted?.troubles ?? [], today);
    expect(history).toMatchObject({
      uptimePercentage: batch.uptime,
      coverage: batch.coverage,
      checkRatio: batch.checkRatio,
    });
    const troubles = batch.intervals.filter(({ state }) => state !== 'operational').toReversed();
    const newest = troubles.slice(0, 8).map(({ state, from, to }) => ({ state, from, to }));
    expect(counted?.troubles).toEqual([{ ...newest[0], to: null }, ...newest.slice(1)]);
    await saveHistories(db(), [{ serviceName: 'redis', history }]);
    expect((await readState(db(), toMs)).services[0]?.history).toEqual(history);
  }, 60_000);

  test('is counted for the last time two days later, and purged after its term, the open interval kept', async () => {
    const inDays = (days: number) => START + days * 86_400_000;
    await countDays(db(), inDays(2) + 3_600_000);
    const frozen = await db().execute(
      sql`SELECT count(*)::int AS n FROM service_days WHERE frozen_at IS NOT NULL`,
    );
    expect(frozen.rows[0]?.['n']).toBe(1);
    expect(await purgeOld(db(), inDays(13))).toBe(0);
    expect(await purgeOld(db(), inDays(15))).toBeGreaterThan(0);
    await purgeOld(db(), inDays(402));
    const { rows } = await db()
      .execute(sql`SELECT (SELECT count(*) FROM service_intervals)::int AS intervals,
      (SELECT count(*) FROM service_runs)::int AS runs, (SELECT count(*) FROM service_days)::int AS days`);
    expect(rows[0]).toEqual({ intervals: 1, runs: 0, days: 3 });
  });
});

function roundAt(slotMs: number, result: RoundResult): Round {
  const { serviceName, displayName } = service;
  const nothing = { reason: null, metadata: null };
  return {
    serviceName,
    displayName,
    slotMs,
    checkedAtMs: slotMs,
    result,
    latencyMs: 5,
    ...nothing,
  };
}
