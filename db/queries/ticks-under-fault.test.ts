import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Round } from '../../core/services/outcome.ts';
import {
  createMigrated,
  describeRealPostgres,
  serveDatabase,
  type Database,
} from '../../test/databases.ts';
import { judgeRounds } from '../../test/judge-rounds.ts';
import { startRealPostgres, type RealPostgres } from '../../test/postgres.ts';
import { openDb } from '../client.ts';
import { explainDbError } from '../explain-error.ts';
import { commitTick, readRun, readState, type Tick } from './ticks.ts';

const SLOT = Date.UTC(2026, 10, 24, 12);
const NEXT = SLOT + 30_000;
const SERVICES = ['api-server', 'postgresql', 'redis', 's3-storage', 'smtp-email', 'stripe-api'];
const SHORT_MS = 500;
const POLL = { timeout: 10_000, interval: 20 };

/** The latency of every round is the number of its tick: it tells which tick a row came from. */
function tickOf(number: number, tickMs = SLOT): Tick {
  const round = { slotMs: tickMs, checkedAtMs: tickMs, result: 'up', reason: null } as const;
  const rounds = SERVICES.map((name): Round => ({
    ...round,
    serviceName: name,
    displayName: name,
    latencyMs: number,
    metadata: null,
  }));
  return { tickMs, revision: 0, run: `run-${number}`, judged: judgeRounds(rounds) };
}

describeRealPostgres('ticks in many sessions', () => {
  let server: RealPostgres;
  let database: Database;
  let session: Client;

  beforeAll(async () => {
    server = await startRealPostgres();
  }, 30_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    const connectionString = await createMigrated(server);
    database = await serveDatabase(connectionString);
    session = new Client({ connectionString });
    session.on('error', () => {});
    await session.connect();
    return async () => {
      server.resume();
      await session.end();
      await database.stop();
    };
  });

  function db(deadlineMs = 10_000) {
    return openDb(database.url, AbortSignal.timeout(deadlineMs));
  }

  async function countWaiting() {
    // Within a transaction the first look at the sessions is kept.
    await session.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await session.query<{ waiting: number }>(`SELECT count(*)::int AS waiting
      FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    return rows[0]?.waiting;
  }

  /** Each in a session of its own, and all of them at the gate before it opens. */
  async function commitTogether(ticks: Tick[]) {
    await session.query('BEGIN');
    await session.query('SELECT FROM evaluator FOR UPDATE');
    const commits = ticks.map((tick) => commitTick(db(), tick));
    await expect.poll(countWaiting, POLL).toBe(ticks.length);
    await session.query('COMMIT');
    return Promise.all(commits);
  }

  async function expectStoredOnce(tick: Tick) {
    const { revision, run, rounds, services } = await readState(db(), 0);
    expect({ revision, run }).toEqual({ revision: 1, run: tick.run });
    const latency = tick.judged[0]?.news?.round.latencyMs;
    expect(rounds.map(({ serviceName }) => serviceName).toSorted()).toEqual(SERVICES);
    expect(services.map(({ serviceName }) => serviceName).toSorted()).toEqual(SERVICES);
    expect(new Set(rounds.map(({ slotMs }) => slotMs))).toEqual(new Set([tick.tickMs]));
    expect(new Set(rounds.map(({ latencyMs }) => latencyMs))).toEqual(new Set([latency]));
    expect(new Set(services.map((service) => service.latency))).toEqual(new Set([latency]));
  }

  test.each([
    ['20 commits of one slot', Array.from({ length: 20 }, (_, number) => tickOf(number))],
    ['two slots that were read with the same revision', [tickOf(1, SLOT), tickOf(2, NEXT)]],
  ])('of %s exactly one is stored', async (_case, ticks) => {
    const committed = await commitTogether(ticks);
    const winners = ticks.filter((_, index) => committed[index]);
    expect(winners).toHaveLength(1);
    for (const winner of winners) await expectStoredOnce(winner);
  });

  test('a database that hangs is given up at the deadline, and answers when it goes on', async () => {
    await readState(db(), 0);
    await server.pause();
    const startedAtMs = Date.now();
    // The first has a session that is open already, the second needs a new one.
    const calls = [readState(db(SHORT_MS), 0), readState(db(SHORT_MS), 0)];
    const failures = await Promise.all(
      calls.map((call) => call.then(() => 'It worked', explainDbError)),
    );
    expect(failures).toEqual(['no answer in time', 'no answer in time']);
    expect(Date.now() - startedAtMs).toBeLessThan(5_000);
    server.resume();
    expect(await readState(db(), 0)).toMatchObject({ revision: 0 });
  });

  test('a tick that was given up may be stored later: its run tells whose it was', async () => {
    await readState(db(), 0);
    await server.pause();
    await expect(commitTick(db(SHORT_MS), tickOf(1))).rejects.toThrow();
    server.resume();
    await expect.poll(() => readRun(db()), POLL).toBe('run-1');
    expect(await commitTick(db(), tickOf(1))).toBe(false);
    await expectStoredOnce(tickOf(1));
  });

  test('what was committed outlives a server that is killed', async () => {
    expect(await commitTick(db(), tickOf(1))).toBe(true);
    await server.kill();
    const failure = await readState(db(), 0).then(() => 'It worked', explainDbError);
    await server.restart();
    expect(failure).toMatch(/ECONNREFUSED|terminated/);
    expect(failure).not.toContain(new URL(database.url).password);
    await expectStoredOnce(tickOf(1));
  });
});
