import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decideIncidents } from '../../core/incidents/decide-incidents.ts';
import { stepWindows } from '../../core/incidents/maintenance-window.ts';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { createIncident } from './create-incident.ts';
import { addUpdate, retractUpdate } from './incident-changes.ts';
import { applyDecided, readDesk, type StoredDesk } from './desk.ts';
import { listIncidents } from './incidents.ts';
import { createWindow, listWindows } from './maintenance.ts';
import { readWords } from './public-words.ts';
import { writeIncident } from './write-incident.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 14);
const SINCE = NOW - MINUTE;
const ROUNDS = 100;

const policy = {
  groups: [['redis', 'postgresql']],
  critical: [],
  publication: { P1: 'draft', P2: 'draft', P3: 'draft', P4: 'draft' },
  publishAfterMs: 5 * MINUTE,
  resolveAfterMs: 5 * MINUTE,
} as const;

const DECIDING = [{ result: 'down', firstMs: SINCE, count: 2, latency: null }];

describeEachDatabase('the desk', (start) => {
  let database: Database;
  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(() =>
    db()
      .execute(sql`TRUNCATE incident_updates, incident_logs, maintenance_windows, maintenance_series,
      service_statuses, service_intervals`),
  );

  const db = () => openDb(database.url, AbortSignal.timeout(10_000));

  /** The intervals of a service, each up to the next one: [state, minutes before NOW]. */
  async function see(name: string, ...intervals: [string, number][]) {
    await db()
      .execute(sql`INSERT INTO service_statuses (service_name, display_name, status, last_checked_at)
      VALUES (${name}, ${name.toUpperCase()}, 'UP', now()) ON CONFLICT DO NOTHING`);
    await db().execute(sql`DELETE FROM service_intervals WHERE service_name = ${name}`);
    const rows = intervals.map(([state, ago], index) => {
      const next = intervals[index + 1]?.[1];
      const isOutage = state.endsWith('outage');
      return {
        from_at: new Date(NOW - ago * MINUTE),
        to_at: next === undefined ? null : new Date(NOW - next * MINUTE),
        state,
        deciding: isOutage ? DECIDING : [],
      };
    });
    await db().execute(sql`INSERT INTO service_intervals SELECT ${name}, * FROM
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS one(from_at timestamptz, to_at timestamptz, state text, deciding jsonb)`);
  }

  function decide(desk: StoredDesk, nowMs = NOW) {
    const { revision, services, incidents } = desk;
    const seen = services.map((service) => ({ ...service, isInWork: false }));
    const changes = decideIncidents({ seen, incidents, policy, nowMs });
    const windows = stepWindows(desk.windows, seen, nowMs);
    return { revision, changes, windows, nowMs };
  }

  async function tick(nowMs = NOW) {
    const decided = decide(await readDesk(db(), nowMs), nowMs);
    const isStored = await applyDecided(db(), decided);
    return { isStored, kinds: decided.changes.map(({ kind }) => kind) };
  }

  test.each<[string, [string, number][], object]>([
    ['well', [['operational', 60]], { state: 'operational', outage: null }],
    [
      'down since a minute',
      [
        ['operational', 60],
        ['major_outage', 1],
      ],
      {
        state: 'major_outage',
        outage: {
          service: 'redis',
          sinceMs: SINCE,
          state: 'major_outage',
          rounds: [{ result: 'down', firstMs: SINCE, count: 2 }],
        },
      },
    ],
    [
      'worse than at first: one outage since it began',
      [
        ['operational', 60],
        ['partial_outage', 5],
        ['major_outage', 1],
      ],
      { outage: { sinceMs: NOW - 5 * MINUTE, state: 'major_outage' } },
    ],
    [
      'not seen in between: the same outage',
      [
        ['operational', 60],
        ['major_outage', 5],
        ['unknown', 3],
        ['major_outage', 1],
      ],
      { outage: { sinceMs: NOW - 5 * MINUTE } },
    ],
    [
      'not seen now: the outage goes on, and the state is unknown',
      [
        ['operational', 60],
        ['major_outage', 5],
        ['unknown', 1],
      ],
      { state: 'unknown', outage: { sinceMs: NOW - 5 * MINUTE } },
    ],
    [
      'not seen since it was well: no outage',
      [
        ['major_outage', 90],
        ['operational', 60],
        ['unknown', 1],
      ],
      { state: 'unknown', outage: null },
    ],
    [
      'slow again after an outage: it is over',
      [
        ['major_outage', 9],
        ['degraded', 2],
      ],
      { state: 'degraded', outage: null },
    ],
  ])('a service is %s', async (_case, intervals, expected) => {
    await see('redis', ...intervals);
    const { services } = await readDesk(db(), NOW);
    expect(services).toMatchObject([{ serviceName: 'redis', displayName: 'REDIS', ...expected }]);
  });

  test('an outage goes the whole way in the database, and visitors read it when it is published', async () => {
    await see('redis', ['operational', 60], ['major_outage', 1]);
    expect(await tick()).toEqual({ isStored: true, kinds: ['open'] });
    expect((await readWords(db(), NOW)).incidents).toEqual([]);
    expect(await tick(NOW + 5 * MINUTE)).toMatchObject({ kinds: ['publish'] });
    await see('redis', ['major_outage', 1], ['operational', -6]);
    expect(await tick(NOW + 7 * MINUTE)).toMatchObject({ kinds: ['recover'] });
    expect(await tick(NOW + 11 * MINUTE)).toMatchObject({ kinds: ['resolve'] });
    expect(await tick(NOW + 12 * MINUTE)).toMatchObject({ kinds: [] });
    const [stored] = (await readWords(db(), NOW)).incidents;
    expect(stored?.incident).toMatchObject({
      origin: 'monitor',
      status: 'RESOLVED',
      startedAtMs: SINCE,
      detectedAtMs: NOW,
      publishedAtMs: NOW + 5 * MINUTE,
      mitigatedAtMs: NOW + 6 * MINUTE,
      resolvedAtMs: NOW + 11 * MINUTE,
      evidence: [{ service: 'redis', rounds: [{ count: 2 }] }],
    });
    expect(stored?.timeline.map(({ kind, author }) => [kind, author])).toEqual([
      ['update', null],
      ['note', null],
      ['update', null],
      ['update', null],
    ]);
  });

  test('what an incident says of each service is the newest word that was not taken back', async () => {
    const incident = {
      title: 'Cache',
      description: 'Gone',
      severity: 'P2',
      services: ['redis'],
      startedAtMs: NOW,
      isDraft: false,
    } as const;
    const by = { author: 'ada', nowMs: NOW };
    const { id } = (await createIncident(db(), { key: 'claims', ...by }, incident)).incident;
    const say = (revision: number, state: 'degraded' | 'operational') =>
      writeIncident(
        db(),
        { id, revision, key: `say-${revision}`, ...by },
        addUpdate({
          text: state,
          status: null,
          components: [{ service: 'redis', state }],
          nextUpdateByMs: null,
        }),
      );
    const claims = async () => (await readDesk(db(), NOW)).incidents[0]?.claims;
    expect(await claims()).toEqual({});
    await say(1, 'degraded');
    const end = await say(2, 'operational');
    expect(await claims()).toEqual({ redis: 'operational' });
    const updateId = end.kind === 'missing' ? '' : (end.timeline.at(-1)?.id ?? '');
    const act = { id, revision: 3, key: 'back', ...by };
    await writeIncident(db(), act, retractUpdate({ updateId, reason: 'too early' }));
    expect(await claims()).toEqual({ redis: 'degraded' });
  });

  test('what was decided by is what is stored: a person who wrote in between is decided after', async () => {
    await see('redis', ['operational', 60], ['major_outage', 1]);
    const decided = decide(await readDesk(db(), NOW));
    const incident = {
      title: 'Cache',
      description: 'Gone',
      severity: 'P2',
      services: ['redis'],
      startedAtMs: NOW,
      isDraft: false,
    } as const;
    await createIncident(db(), { key: 'person', author: 'ada', nowMs: NOW }, incident);
    expect(await applyDecided(db(), decided)).toBe(false);
    expect(await tick()).toEqual({ isStored: true, kinds: ['join'] });
    const { items, total } = await listIncidents(db(), { page: 1, limit: 10 });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      incident: { title: 'Cache', services: ['redis'], evidence: [{ service: 'redis' }] },
      timeline: [{ author: 'ada' }, { kind: 'note', author: null }],
    });
  });

  test(`two Workers at once, ${ROUNDS} times, open and tell everything once`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ago = (2 * (ROUNDS - round)) / 1000;
      const isDown = round % 2 === 0;
      const before = isDown ? 'operational' : 'major_outage';
      const now = isDown ? 'major_outage' : 'operational';
      await see('redis', [before, ago + 0.001], [now, ago]);
      if (round % 3 === 0) await see('postgresql', [before, ago + 0.001], [now, ago]);
      // Both may be late: the loser reads again, as a tick does.
      const both = await Promise.all([tick(NOW + round), tick(NOW + round)]);
      const stored = both.filter(({ isStored, kinds }) => isStored && kinds.length > 0);
      expect(stored.length).toBeLessThanOrEqual(2);
      await tick(NOW + round);
      expect(await tick(NOW + round)).toMatchObject({ kinds: [] });
    }
    const { items, total } = await listIncidents(db(), { page: 1, limit: 100 });
    // It was never well for five minutes: one incident, and each outage once in its evidence.
    expect(total).toBe(1);
    const evidence = items[0]?.incident.evidence.map(
      ({ service, sinceMs }) => `${service}${sinceMs}`,
    );
    expect(new Set(evidence).size).toBe(evidence?.length);
    expect(evidence?.filter((one) => one.startsWith('redis'))).toHaveLength(ROUNDS / 2);
  }, 60_000);

  test('work starts and is completed by the clock, once, and what fails beyond it is an overrun', async () => {
    await see('redis', ['operational', 60]);
    const window = {
      title: 'Upgrade',
      text: 'Words',
      services: ['redis'],
      startsAtMs: NOW,
      endsAtMs: NOW + 10 * MINUTE,
    };
    await createWindow(db(), { key: 'w', author: 'ada', nowMs: NOW - 60 * MINUTE }, window);
    const state = async () => (await listWindows(db(), { page: 1, limit: 1 })).items[0];
    await tick(NOW - 1);
    expect(await state()).toMatchObject({ startedAtMs: null });
    await Promise.all([tick(NOW), tick(NOW)]);
    expect(await state()).toMatchObject({ startedAtMs: NOW, revision: 2 });
    await see('redis', ['operational', 60], ['major_outage', 1]);
    await tick(NOW + 10 * MINUTE);
    expect(await state()).toMatchObject({ completedAtMs: null });
    await see('redis', ['major_outage', 1], ['operational', -11]);
    await tick(NOW + 12 * MINUTE);
    expect(await state()).toMatchObject({ completedAtMs: NOW + 12 * MINUTE, revision: 3 });
  });
});
