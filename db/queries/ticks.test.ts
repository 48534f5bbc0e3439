import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Round } from '../../core/services/outcome.ts';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { judgeRounds } from '../../test/judge-rounds.ts';
import { openDb } from '../client.ts';
import { explainDbError } from '../explain-error.ts';
import { commitTick, readRun, readState, type StoredState, type Tick } from './ticks.ts';

// Clocks in Europe were set back at 01:00 of this day.
const SLOT = Date.UTC(2026, 9, 25, 0, 59, 30);
const NEXT = SLOT + 30_000;

function roundAt(slotMs: number, values: Partial<Round> = {}): Round {
  const service = { serviceName: 'redis', displayName: 'Redis', slotMs, checkedAtMs: slotMs + 123 };
  return { ...service, result: 'up', latencyMs: 12, reason: null, metadata: null, ...values };
}

function tickAt(tickMs: number, values: Partial<Tick> = {}): Tick {
  return {
    tickMs,
    revision: 0,
    run: `run-${tickMs}`,
    judged: judgeRounds([roundAt(tickMs)]),
    ...values,
  };
}

describeEachDatabase('ticks', (start) => {
  let database: Database;
  let fresh: StoredState;
  beforeAll(async () => {
    database = await start();
    fresh = await readState(db(), 0);
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(async () => {
    await select(
      sql`TRUNCATE evaluator, probe_results, service_statuses, service_intervals, service_runs`,
    );
    await select(sql`INSERT INTO evaluator (slot) VALUES ('epoch')`);
  });

  function db(url = database.url) {
    return openDb(url, AbortSignal.timeout(10_000));
  }

  async function select(statement: SQL) {
    return (await db().execute(statement)).rows;
  }

  function readAll() {
    return select(sql`SELECT (SELECT jsonb_agg(e) FROM evaluator e) AS evaluators,
      (SELECT jsonb_agg(r ORDER BY slot, service_name) FROM probe_results r) AS results,
      (SELECT jsonb_agg(s ORDER BY service_name) FROM service_statuses s) AS statuses`);
  }

  // Each tick reads before it commits.
  async function commitInTurn(ticks: Tick[]) {
    for (const tick of ticks) {
      const { revision } = await readState(db(), 0);
      expect(await commitTick(db(), { ...tick, revision })).toBe(true);
    }
  }

  async function failureOf(call: Promise<unknown>): Promise<string> {
    return call.then(() => 'It worked', explainDbError);
  }

  describe('reading', () => {
    test('a fresh database is empty and watches since its seed', () => {
      const watchingSinceMs = expect.any(Number);
      expect(fresh).toEqual({
        slotMs: 0,
        revision: 0,
        run: '',
        watchingSinceMs,
        services: [],
        rounds: [],
      });
      expect(Math.abs(Date.now() - fresh.watchingSinceMs)).toBeLessThan(60_000);
    });

    test('the state has the rounds since a slot, that slot included', async () => {
      await commitInTurn([tickAt(SLOT), tickAt(NEXT)]);
      const slotsSince = async (sinceMs: number) =>
        new Set((await readState(db(), sinceMs)).rounds.map(({ slotMs }) => slotMs));
      expect(await slotsSince(SLOT)).toEqual(new Set([SLOT, NEXT]));
      expect(await slotsSince(SLOT + 1)).toEqual(new Set([NEXT]));
    });

    test('without the row of the evaluator the state cannot be read', async () => {
      await select(sql`DELETE FROM evaluator`);
      await expect(readState(db(), 0)).rejects.toThrow('evaluator has no row');
    });
  });

  describe('committing', () => {
    test('a tick is stored with its rounds and statuses', async () => {
      const rounds = [
        roundAt(SLOT),
        roundAt(SLOT, {
          serviceName: 's3-storage',
          displayName: 'File storage',
          result: 'partial',
          latencyMs: null,
          reason: 'status 503 – "réessayez"',
        }),
      ];
      expect(
        await commitTick(db(), tickAt(SLOT, { judged: judgeRounds(rounds), run: 'mine' })),
      ).toBe(true);
      expect(await readState(db(), 0)).toEqual({
        slotMs: SLOT,
        revision: 1,
        run: 'mine',
        watchingSinceMs: expect.any(Number),
        services: expect.arrayContaining([
          {
            serviceName: 'redis',
            record: judgeRounds(rounds)[0]?.record,
            history: null,
            latency: 12,
            lastCheckedAtMs: SLOT + 123,
            wasMeasured: true,
          },
          {
            serviceName: 's3-storage',
            record: judgeRounds(rounds)[1]?.record,
            history: null,
            latency: null,
            lastCheckedAtMs: SLOT + 123,
            wasMeasured: true,
          },
        ]),
        rounds: expect.arrayContaining([
          { serviceName: 'redis', slotMs: SLOT, result: 'up', latencyMs: 12 },
          { serviceName: 's3-storage', slotMs: SLOT, result: 'partial', latencyMs: null },
        ]),
      });
      const reason = 'status 503 – "réessayez"';
      const where = sql`WHERE service_name = 's3-storage'`;
      expect(await select(sql`SELECT vantage, reason FROM probe_results ${where}`)).toEqual([
        { vantage: 'edge', reason },
      ]);
      expect(await select(sql`SELECT display_name, reason FROM service_statuses ${where}`)).toEqual(
        [{ display_name: 'File storage', reason }],
      );
    });

    test('a tick without rounds takes its slot all the same', async () => {
      expect(await commitTick(db(), tickAt(SLOT, { judged: [] }))).toBe(true);
      expect(await commitTick(db(), tickAt(SLOT, { revision: 1 }))).toBe(false);
    });

    test.each<[string, Tick]>([
      ['the same slot again', tickAt(SLOT, { revision: 1, run: 'second' })],
      ['an older slot', tickAt(SLOT - 30_000, { revision: 1 })],
      ['a later slot with a revision that is stale', tickAt(NEXT, { revision: 0 })],
    ])('%s changes nothing and is answered false', async (_case, tick) => {
      await commitInTurn([tickAt(SLOT)]);
      const before = await readAll();
      const rounds = [roundAt(tick.tickMs, { result: 'down', reason: 'status 500' })];
      expect(await commitTick(db(), { ...tick, judged: judgeRounds(rounds) })).toBe(false);
      expect(await readAll()).toEqual(before);
    });

    test('a tick of which one row is refused stores nothing', async () => {
      const before = await readAll();
      const rounds = [roundAt(SLOT), roundAt(SLOT, { serviceName: 's3', latencyMs: 2 ** 31 })];
      expect(
        await failureOf(commitTick(db(), tickAt(SLOT, { judged: judgeRounds(rounds) }))),
      ).toMatch('out of range');
      expect(await readAll()).toEqual(before);
    });
  });

  describe('the status of a service', () => {
    const UNMEASURED = { result: 'none', latencyMs: null, reason: 'no answer' } as const;
    const down = { result: 'down', reason: 'status 500' } as const;

    async function statusAfter(...rounds: Partial<Round>[]) {
      const slots = rounds.map((_, index) => SLOT + index * 30_000);
      await commitInTurn(
        slots.map((slotMs, index) =>
          tickAt(slotMs, { judged: judgeRounds([roundAt(slotMs, rounds[index])]) }),
        ),
      );
      const [row] = await select(sql`SELECT status, latency, reason, metadata,
        extract(epoch FROM last_checked_at)::float8 * 1000 AS checked,
        extract(epoch FROM last_measured_at)::float8 * 1000 AS measured FROM service_statuses`);
      return row;
    }

    test('not being measured does not count as measured', async () => {
      expect(await statusAfter(UNMEASURED)).toMatchObject({ status: 'UNKNOWN', measured: null });
      expect(await readState(db(), 0)).toMatchObject({ services: [{ wasMeasured: false }] });
    });

    test('when it was last measured stays while it is not', async () => {
      expect(await statusAfter({}, down, UNMEASURED)).toEqual({
        status: 'UNKNOWN',
        latency: null,
        reason: 'no answer',
        metadata: null,
        checked: SLOT + 60_123,
        measured: SLOT + 30_123,
      });
      expect(await readState(db(), 0)).toMatchObject({ services: [{ wasMeasured: true }] });
    });

    test.each([
      ['comes', [{}, down], { status: 'DOWN', reason: 'status 500' }],
      ['goes', [down, {}], { status: 'UP', reason: null }],
      ['changes', [down, UNMEASURED], { status: 'UNKNOWN', reason: 'no answer' }],
    ])('a reason %s with the round', async (_change, rounds, expected) => {
      expect(await statusAfter(...rounds)).toMatchObject(expected);
    });

    test('metadata stays until there is newer', async () => {
      const metadata = { sizeMb: 12.5, version: '7.4', replica: false, lag: null };
      expect(await statusAfter({ metadata }, down)).toMatchObject({ metadata });
    });

    test('newer metadata takes the place of the older whole', async () => {
      const rounds = [{ metadata: { sizeMb: 12.5 } }, { metadata: { keys: 3 } }];
      expect(await statusAfter(...rounds)).toMatchObject({ metadata: { keys: 3 } });
    });

    test('a service that comes later gets its row, and one that is not in a tick keeps its own', async () => {
      const later = roundAt(NEXT, { serviceName: 'stripe-api', displayName: 'Payments', ...down });
      await commitInTurn([tickAt(SLOT), tickAt(NEXT, { judged: judgeRounds([later]) })]);
      expect(
        await select(sql`SELECT service_name, display_name, status,
          extract(epoch FROM last_checked_at)::float8 * 1000 AS checked
          FROM service_statuses ORDER BY service_name`),
      ).toEqual([
        { service_name: 'redis', display_name: 'Redis', status: 'UP', checked: SLOT + 123 },
        {
          service_name: 'stripe-api',
          display_name: 'Payments',
          status: 'DOWN',
          checked: NEXT + 123,
        },
      ]);
    });

    test('a service that was deleted is gone until it is probed again', async () => {
      await commitInTurn([tickAt(SLOT)]);
      await select(sql`UPDATE service_statuses SET deleted_at = now()`);
      expect(await readState(db(), 0)).toMatchObject({ services: [] });
      await commitInTurn([tickAt(NEXT)]);
      expect(await readState(db(), 0)).toMatchObject({ services: [{ serviceName: 'redis' }] });
    });
  });

  test.each([
    [
      'probe_results_result_known',
      sql`INSERT INTO probe_results (service_name, slot, result,
      checked_at) VALUES ('redis', now(), 'fine', now())`,
    ],
    [
      'service_statuses_status_known',
      sql`INSERT INTO service_statuses (service_name, display_name,
      status, last_checked_at) VALUES ('redis', 'Redis', 'up', now())`,
    ],
    [
      'service_statuses_service_name_unique',
      sql`INSERT INTO service_statuses (service_name,
      display_name, status, last_checked_at) SELECT 'redis', 'Redis', 'UP', now()
      FROM generate_series(1, 2)`,
    ],
    ['evaluator_single', sql`INSERT INTO evaluator (id, slot) VALUES (2, now())`],
    ['evaluator_pkey', sql`INSERT INTO evaluator (slot) VALUES (now())`],
  ])('%s refuses nonsense', async (constraint, statement) => {
    await expect(select(statement)).rejects.toMatchObject({ cause: { constraint } });
  });

  test.each([
    ['1 ms into the epoch', 1],
    ['999 ms', SLOT + 999],
    ['a leap day', Date.UTC(2028, 1, 29, 23, 59, 59, 999)],
    ['the hour that clocks skip', Date.UTC(2026, 2, 29, 1, 0, 0, 1)],
    ['the year 9999', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ])('times come back to the millisecond: %s', async (_case, timeMs) => {
    const rounds = [roundAt(timeMs, { checkedAtMs: timeMs })];
    await commitInTurn([tickAt(timeMs, { judged: judgeRounds(rounds) })]);
    expect(await readState(db(), timeMs)).toMatchObject({
      services: [{ lastCheckedAtMs: timeMs }],
      rounds: [{ slotMs: timeMs }],
    });
  });

  describe('an answer that does not come', () => {
    async function commitDuring(fault: 'cut' | '500' | 'refuse') {
      onTestFinished(() => database.setFault('ok'));
      await database.setFault(fault);
      const failure = await failureOf(commitTick(db(), tickAt(SLOT, { run: 'mine' })));
      await database.setFault('ok');
      return failure;
    }

    test('because it was cut leaves one result, which says that it was ours', async () => {
      expect(await commitDuring('cut')).not.toBe('It worked');
      expect(await readRun(db())).toBe('mine');
      expect(await commitTick(db(), tickAt(SLOT, { run: 'mine' }))).toBe(false);
      expect(await readState(db(), 0)).toMatchObject({ revision: 1, rounds: [{ slotMs: SLOT }] });
    });

    test.each([
      ['500', /500/],
      ['refuse', /ECONNREFUSED/],
    ] as const)('because the tick was not taken (%s) leaves nothing', async (fault, reason) => {
      expect(await commitDuring(fault)).toMatch(reason);
      expect(await readRun(db())).toBe('');
      expect(await commitTick(db(), tickAt(SLOT, { run: 'mine' }))).toBe(true);
    });
  });

  describe('what to do', () => {
    test('about a wrong password is said, and the password is not', async () => {
      const url = new URL(database.url);
      url.password = 'wrong-password';
      const failure = await failureOf(readState(db(url.href), 0));
      expect(failure).toMatch(/^password authentication failed.*: check the user and password in/);
      expect(failure).not.toContain('wrong-password');
    });

    test('about a missing table is said', async () => {
      await select(sql`ALTER TABLE evaluator RENAME TO hidden`);
      onTestFinished(async () => {
        await select(sql`ALTER TABLE hidden RENAME TO evaluator`);
      });
      const calls = [readState(db(), 0), commitTick(db(), tickAt(SLOT)), readRun(db())];
      expect(new Set(await Promise.all(calls.map(failureOf)))).toEqual(
        new Set(['relation "evaluator" does not exist: run npm run db:migrate']),
      );
    });
  });
});
