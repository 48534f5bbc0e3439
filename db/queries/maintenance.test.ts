import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expandSeries } from '../../core/incidents/expand-series.ts';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { announceWindows, cancelSeries, createSeries, readSeries } from './maintenance-series.ts';
import {
  cancelWindow,
  changeWindow,
  completeWindow,
  createWindow,
  listWindows,
  readMaintenance,
} from './maintenance.ts';
import { writeWindow } from './write-window.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 20, 12);
const FROM = NOW + 10 * HOUR;
const TO = NOW + 11 * HOUR;
const work = {
  title: 'Moving files',
  text: 'Uploads pause.',
  services: ['s3-storage', 'redis'],
  startsAtMs: FROM,
  endsAtMs: TO,
};

describeEachDatabase('maintenance', (start) => {
  let database: Database;
  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(() => db().execute(sql`TRUNCATE maintenance_windows, maintenance_series`));

  const db = () => openDb(database.url, AbortSignal.timeout(10_000));

  async function announce(changes = {}, nowMs = NOW) {
    const by = { key: crypto.randomUUID(), author: 'ada', nowMs };
    return (await createWindow(db(), by, { ...work, ...changes })).window;
  }

  const begin = () => db().execute(sql`UPDATE maintenance_windows SET started_at = starts_at`);

  const covered = async () =>
    (await readMaintenance(db(), NOW, NOW + 100 * HOUR)).map((one) => [
      one.serviceName,
      one.fromMs,
      one.toMs,
      one.announcedMs,
    ]);

  test('the same announcement twice is one window', async () => {
    const by = { key: 'twice', author: 'ada', nowMs: NOW };
    const [one, two] = [await createWindow(db(), by, work), await createWindow(db(), by, work)];
    expect([one.isRepeat, two.isRepeat]).toEqual([false, true]);
    expect(two.window).toEqual(one.window);
    expect(await listWindows(db(), { page: 1, limit: 10 })).toMatchObject({ total: 1 });
  });

  test('it covers each of its services for as long as it was announced', async () => {
    await announce();
    expect(await covered()).toEqual([
      ['redis', FROM, TO, NOW],
      ['s3-storage', FROM, TO, NOW],
    ]);
    expect(await readMaintenance(db(), TO, TO + HOUR)).toEqual([]);
  });

  test('cancelled before it began it covers nothing, and twice changes nothing', async () => {
    const { id } = await announce();
    const act = { id, revision: 1, nowMs: NOW + HOUR };
    expect(await writeWindow(db(), act, cancelWindow())).toMatchObject({ kind: 'done' });
    expect(await writeWindow(db(), act, cancelWindow())).toMatchObject({ kind: 'unchanged' });
    expect(await covered()).toEqual([]);
  });

  test('completed early it covers less, and completed late no more than announced', async () => {
    const [early, late] = [await announce(), await announce({ services: ['smtp'] })];
    await begin();
    await writeWindow(db(), { id: early.id, revision: 1, nowMs: FROM + 60_000 }, completeWindow());
    await writeWindow(db(), { id: late.id, revision: 1, nowMs: TO + HOUR }, completeWindow());
    expect(await covered()).toEqual([
      ['redis', FROM, FROM + 60_000, NOW],
      ['s3-storage', FROM, FROM + 60_000, NOW],
      ['smtp', FROM, TO, NOW],
    ]);
  });

  test('what has not begun is not completed, and what has begun is not changed', async () => {
    const { id } = await announce();
    expect(
      await writeWindow(db(), { id, revision: 1, nowMs: NOW }, completeWindow()),
    ).toMatchObject({
      kind: 'refused',
    });
    await begin();
    expect(
      await writeWindow(db(), { id, revision: 1, nowMs: NOW }, changeWindow(work)),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  test.each<[string, object, boolean]>([
    ['other words', { title: 'Other', text: 'Words' }, false],
    ['a shorter time', { endsAtMs: TO - 1 }, false],
    ['fewer services', { services: ['redis'] }, false],
    ['a longer time', { endsAtMs: TO + 1 }, true],
    ['another start', { startsAtMs: FROM + 1 }, true],
    ['another service', { services: ['smtp'] }, true],
  ])('%s announces it anew: %#', async (_change, change, isAnew) => {
    const { id } = await announce();
    const end = await writeWindow(
      db(),
      { id, revision: 1, nowMs: NOW + HOUR },
      changeWindow({ ...work, ...change }),
    );
    const announcedAtMs = isAnew ? NOW + HOUR : NOW;
    expect(end).toMatchObject({ kind: 'done', window: { revision: 2, announcedAtMs } });
  });

  test('who comes second is told what stands', async () => {
    const { id } = await announce();
    await writeWindow(
      db(),
      { id, revision: 1, nowMs: NOW },
      changeWindow({ ...work, title: 'First' }),
    );
    const late = await writeWindow(db(), { id, revision: 1, nowMs: NOW }, changeWindow(work));
    expect(late).toMatchObject({ kind: 'conflict', window: { title: 'First', revision: 2 } });
    const act = { id: crypto.randomUUID(), revision: 1, nowMs: NOW };
    expect(await writeWindow(db(), act, cancelWindow())).toEqual({ kind: 'missing' });
  });

  test('a series announces each window once, also planned twice at the same time, and ends with what has not begun', async () => {
    const series = {
      title: 'Backup',
      text: 'Uploads pause.',
      services: ['s3-storage'],
      startsLocal: '2026-03-15T02:30:00',
      timeZone: 'Europe/Berlin',
      durationSec: 1_800,
      rrule: 'FREQ=WEEKLY;BYDAY=SU',
    };
    const id = await createSeries(db(), { key: 'backup', author: 'ada' }, series);
    expect(await createSeries(db(), { key: 'backup', author: 'ada' }, series)).toBe(id);
    const stored = (await readSeries(db()))[0] ?? { id: '', series };
    expect(stored).toEqual({ id, series });
    const startsMs = expandSeries(series, { fromMs: NOW, toMs: NOW + 24 * 24 * HOUR });
    const plan = () => announceWindows(db(), stored, { startsMs, nowMs: NOW });
    const counts = await Promise.all([plan(), plan()]);
    expect([...counts, await plan()].toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    const { items } = await listWindows(db(), { page: 1, limit: 10 });
    expect(items.map(({ startsAtMs }) => startsAtMs).toReversed()).toEqual(startsMs);
    expect(items[0]).toMatchObject({
      announcedAtMs: NOW,
      endsAtMs: (startsMs[2] ?? 0) + 1_800_000,
    });
    expect(await cancelSeries(db(), { id, nowMs: NOW })).toBe(true);
    expect(await cancelSeries(db(), { id, nowMs: NOW })).toBe(false);
    expect(await covered()).toEqual([]);
    expect([await readSeries(db()), await plan()]).toEqual([[], 0]);
  });
});
