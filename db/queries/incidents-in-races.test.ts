import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createMigrated,
  describeRealPostgres,
  serveDatabase,
  type Database,
} from '../../test/databases.ts';
import { startRealPostgres, type RealPostgres } from '../../test/postgres.ts';
import { openDb } from '../client.ts';
import { createIncident } from './create-incident.ts';
import { addUpdate, editUpdate, resolveIncident, reopenIncident } from './incident-changes.ts';
import { listIncidents, readIncident } from './incidents.ts';
import { writeIncident, type Act, type WriteEnd } from './write-incident.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const ROUNDS = 200;

describeRealPostgres('incidents with two admins at once', () => {
  let server: RealPostgres;
  let database: Database;
  beforeAll(async () => {
    server = await startRealPostgres();
    database = await serveDatabase(await createMigrated(server));
  }, 60_000);
  afterAll(async () => {
    await database.stop();
    await server.stop();
  });

  const db = () => openDb(database.url, AbortSignal.timeout(10_000));

  function create(key: string) {
    const incident = {
      title: 'Payments fail',
      description: 'Cards are refused.',
      severity: 'P2',
      services: [],
      startedAtMs: NOW,
      isDraft: false,
    } as const;
    return createIncident(db(), { key, author: 'ada', nowMs: NOW }, incident);
  }

  const say = (act: Act, text: string) =>
    writeIncident(
      db(),
      act,
      addUpdate({ text, status: 'IDENTIFIED', components: [], nextUpdateByMs: null }),
    );

  const CHANGES = [
    say,
    (act: Act, text: string) => writeIncident(db(), act, resolveIncident(text)),
    (act: Act, text: string) => writeIncident(db(), act, reopenIncident(text)),
    async (act: Act, text: string) => {
      const { timeline = [] } = (await readIncident(db(), act.id)) ?? {};
      return writeIncident(db(), act, editUpdate({ updateId: timeline[0]?.id ?? '', text }));
    },
  ];

  test(`in ${ROUNDS} rounds no entry is lost, and the loser is told what stands`, async () => {
    const { incident } = await create('raced');
    const stored: string[] = [];
    let conflicts = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = await readIncident(db(), incident.id);
      const revision = seen?.incident.revision ?? 0;
      const texts = [`ada ${round}`, `bob ${round}`];
      const ends = await Promise.all(
        texts.map((text, index) => {
          const change = CHANGES[(round + index * 7) % CHANGES.length] ?? say;
          return change(
            { id: incident.id, revision, key: text, author: text, nowMs: NOW + round },
            text,
          );
        }),
      );
      const won = texts.filter((_text, index) => ends[index]?.kind === 'done');
      stored.push(...won);
      expect(won.length).toBeLessThanOrEqual(1);
      // Whoever lost to another is told of the newer state, with the other's entry in it.
      const lost = ends.filter(({ kind }) => kind === 'conflict');
      conflicts += lost.length;
      const told = lost.map((end) => [revisionOf(end), keysOf(end).at(-1)]);
      expect(told).toEqual(lost.map(() => [revision + 1, won[0]]));
    }
    const last = await readIncident(db(), incident.id);
    expect(last?.keys).toEqual(['raced', ...stored]);
    expect(last?.incident.revision).toBe(1 + stored.length);
    expect(conflicts).toBeGreaterThan(ROUNDS / 4);
  }, 120_000);

  test(`in ${ROUNDS} rounds the same request sent twice at once makes one incident`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two] = await Promise.all([create(`twice-${round}`), create(`twice-${round}`)]);
      expect(one.incident.id).toBe(two.incident.id);
      expect(new Set([one.isRepeat, two.isRepeat])).toEqual(new Set([false, true]));
    }
    expect(await listIncidents(db(), { page: 1, limit: 1 })).toMatchObject({ total: 1 + ROUNDS });
  }, 120_000);
});

function revisionOf(end: WriteEnd): number {
  return end.kind === 'missing' ? -1 : end.incident.revision;
}

function keysOf(end: WriteEnd): string[] {
  return end.kind === 'missing' ? [] : end.keys;
}
