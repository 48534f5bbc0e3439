import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeServices } from '../../core/services/judge-services.ts';
import type { Round } from '../../core/services/outcome.ts';
import type { RoundResult } from '../../core/services/round-result.ts';
import { computeUptime } from '../../core/uptime/compute-uptime.ts';
import { auditPeriod } from '../../core/uptime/audit-period.ts';
import { buildExtract } from '../../core/uptime/build-extract.ts';
import { expandRuns } from '../../core/uptime/round-run.ts';
import { decodeStrips } from '../../core/uptime/round-strip.ts';
import { toHistory } from '../../core/uptime/service-history.ts';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { asRole } from '../as-role.ts';
import { openDb } from '../client.ts';
import { ROLES } from '../grants.ts';
import { addCorrection } from './corrections.ts';
import { countDays, saveHistories } from './history.ts';
import { closeMonths, readLedger, readUnclosedMonths } from './ledger.ts';
import { purgeOld } from './purge.ts';
import { commitTick, readState } from './ticks.ts';
import { commitWrite, type Effect } from './write.ts';

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

    // What is published of it gives the same numbers and the same intervals.
    const extract = await extractOf({ fromMs: START, toMs });
    expect(expandRuns(decodeStrips(extract?.rounds ?? []))).toEqual(rounds);
    const audit = extract && auditPeriod(extract, { fromMs: START, toMs });
    expect(audit).toMatchObject({ measured: batch, corrected: null });
    const history = toHistory(batch, { fromMs: START, toMs });
    await saveHistories(db(), [{ serviceName: 'redis', history }]);
    expect((await readState(db(), toMs)).services[0]?.history).toEqual(history);

    // Counted twice, a day is the same.
    await countDays(db(), toMs);
    await countDays(db(), toMs);
    const { rows: days } = await db().execute(
      sql`SELECT operational, degraded, major_outage, unknown, rounds FROM service_days`,
    );
    const { operational, degraded, major_outage, unknown } = batch.seconds;
    const measured = rounds.filter(({ result }) => result !== 'none').length;
    expect(days).toEqual([{ operational, degraded, major_outage, unknown, rounds: measured }]);
  }, 60_000);

  async function write(effect: Effect) {
    const actor = { kind: 'user', id: 'somebody' } as const;
    const edge = openDb(asRole(database.url, ROLES.edge), AbortSignal.timeout(10_000));
    return (await commitWrite(edge, effect, { actor, requestId: 'request', key: null })).kind;
  }

  async function extractOf(span: { fromMs: number; toMs: number }) {
    const evidence = (await readLedger(db(), span)).map((one) => ({
      ...one,
      maintenance: [],
      rules: { confirm: 2, recover: 2, unknownAfterMissed: 3 },
    }));
    return buildExtract(evidence, span).services[0];
  }

  test('a correction is added to what was measured, and only to a service that there is', async () => {
    const day = { fromMs: START, toMs: START + DAY.length * 30_000 };
    const correction = {
      serviceName: 'redis',
      from: new Date(day.fromMs).toISOString(),
      to: new Date(day.toMs).toISOString(),
      state: 'operational' as const,
      reason: "The probe's own fault",
      madeBy: 'somebody',
    };
    const before = await extractOf(day);
    expect(await write(addCorrection({ ...correction, serviceName: 'nothing' }))).toBe('nothing');
    expect(await write(addCorrection(correction))).toBe('done');
    const after = await extractOf(day);
    expect(after).toMatchObject({
      rounds: before?.rounds,
      corrections: [{ reason: correction.reason }],
    });
    expect(after?.months[0]).toEqual({ ...before?.months[0], corrected: 100 });
  });

  test('a month closes once, two days after its end, and keeps its numbers whatever is given later', async () => {
    const end = Date.UTC(2026, 11, 1);
    expect(await readUnclosedMonths(db(), end - 1)).toEqual([]);
    expect(await readUnclosedMonths(db(), end)).toEqual(['2026-11']);
    const november = { fromMs: Date.UTC(2026, 10, 1), toMs: end };
    const open = (await extractOf(november))?.months[0];
    if (open === undefined) throw new Error('Expected a month');
    await closeMonths(db(), [{ ...open, serviceName: 'redis' }]);
    await closeMonths(db(), [{ ...open, serviceName: 'redis', uptime: 12 }]);
    expect(await readUnclosedMonths(db(), end)).toEqual([]);
    const closed = (await extractOf(november))?.months;
    expect(closed).toEqual([{ ...open, closedAt: expect.any(String) }]);
    // It is known a year later, when its rounds are not asked for any more.
    const later = { fromMs: Date.UTC(2027, 8, 1), toMs: Date.UTC(2027, 9, 1) };
    expect((await extractOf(later))?.months).toMatchObject([
      { month: '2026-11', uptime: open.uptime },
    ]);
  });

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
