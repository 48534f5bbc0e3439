import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { readLastFrames } from './frames.ts';
import { commitTick, readState } from './ticks.ts';

const SLOT = Date.UTC(2026, 10, 24, 12);
const SLOT_MS = 30_000;

describeEachDatabase('the frames of metrics', (start) => {
  let database: Database;
  const db = () => openDb(database.url, AbortSignal.timeout(10_000));

  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(async () => {
    await db().execute(sql`TRUNCATE evaluator, metric_frames`);
    await db().execute(sql`INSERT INTO evaluator (slot) VALUES ('epoch')`);
  });

  async function commit(slot: number, frame: string | null) {
    const { revision } = await readState(db(), SLOT);
    const row = frame === null ? null : { frame, list: `list of ${frame}` };
    const tick = {
      tickMs: SLOT + slot * SLOT_MS,
      revision,
      run: `${slot}`,
      judged: [],
      frame: row,
    };
    return { tick, committed: await commitTick(db(), tick) };
  }

  async function readNames() {
    return (await readLastFrames(db())).map(({ frame }) => frame);
  }

  test('are the last two, with their slots and lists', async () => {
    for (const slot of [0, 2, 4, 6]) await commit(slot, `f${slot}`);
    expect(await readLastFrames(db())).toEqual([
      { slotMs: SLOT + 4 * SLOT_MS, frame: 'f4', list: 'list of f4' },
      { slotMs: SLOT + 6 * SLOT_MS, frame: 'f6', list: 'list of f6' },
    ]);
  });

  test('stay over ticks without a scrape', async () => {
    for (const slot of [0, 1, 2, 3]) await commit(slot, slot % 2 === 0 ? `f${slot}` : null);
    expect(await readNames()).toEqual(['f0', 'f2']);
  });

  test('of a tick that is refused are not kept, and push nothing out', async () => {
    for (const slot of [0, 2]) await commit(slot, `f${slot}`);
    const { tick } = await commit(4, 'f4');
    const again = { ...tick, frame: { frame: 'other', list: 'other' } };
    expect(await commitTick(db(), again)).toBe(false);
    expect(await commitTick(db(), { ...again, revision: 99, tickMs: tick.tickMs + 1 })).toBe(false);
    expect(await readNames()).toEqual(['f2', 'f4']);
  });

  test('are none before the first', async () => {
    expect(await readLastFrames(db())).toEqual([]);
  });
});
