import { describe, expect, test } from 'vitest';
import { buildWindow } from '../../../core/metrics/build-window.ts';
import type { FrameStore } from './frame-store.ts';
import { createFakeStore } from './testing/fake-store.ts';
import { frameAt, keepAt, slotsAt } from './testing/scrape-hour.ts';
import { createWindowMemory, type WindowMemory } from './window-memory.ts';

const MINUTE_MS = 60_000;
const FIRST = 1000;

function setUp() {
  let nowMs = 0;
  const store = createFakeStore(() => nowMs);
  const memory = createWindowMemory('o');
  return {
    store,
    memory,
    keepAll: async (from: number, to: number, into = memory) => {
      for (let minute = from; minute <= to; minute += 1) {
        nowMs = minute * MINUTE_MS;
        expect(await keepAt(store, into, { minute })).toMatchObject({ why: null });
      }
    },
  };
}

function minutesOf({ frames }: WindowMemory) {
  return [...frames.keys()].map((slotMs) => slotMs / MINUTE_MS).toSorted((a, b) => a - b);
}

function minutesMissing({ frames }: WindowMemory, minute: number) {
  return buildWindow(frames, slotsAt(minute)).missing.map((slotMs) => slotMs / MINUTE_MS);
}

describe('an hour of frames', () => {
  test('is there whole for an isolate that begins at its end', async () => {
    const { memory, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 60);
    const cold = createWindowMemory('o');
    await keepAll(FIRST + 61, FIRST + 61, cold);
    expect(minutesMissing(cold, FIRST + 61)).toEqual([]);
    cold.frames.delete((FIRST + 61) * MINUTE_MS);
    memory.frames.delete(FIRST * MINUTE_MS);
    expect(cold.frames).toEqual(memory.frames);
  });

  test('of another origin is not mixed with it', async () => {
    const { keepAll } = setUp();
    await keepAll(FIRST, FIRST + 3);
    const other = createWindowMemory('p');
    await keepAll(FIRST + 4, FIRST + 4, other);
    expect(minutesOf(other)).toEqual([FIRST + 4]);
  });

  test('costs at most two commands a scrape and half a megabyte, at 2,000 series', async () => {
    const { store } = setUp();
    const memory = createWindowMemory('o');
    for (let minute = FIRST; minute < FIRST + 60; minute += 1) {
      await keepAt(store, memory, { minute, frame: frameAt(minute, 2000) });
    }
    expect(memory.frames.size).toBe(60);
    expect(store.cost.commands).toBeLessThanOrEqual(120);
    expect(store.cost.bytesWritten).toBeLessThan(500_000);
    console.log(`An hour at 2,000 series: ${JSON.stringify(store.cost)}`);
  });

  test('is read with one command more by an isolate that is new', async () => {
    const { store, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 60);
    const before = store.cost.commands;
    await keepAll(FIRST + 61, FIRST + 61, createWindowMemory('o'));
    expect(store.cost.commands - before).toBe(3);
  });

  test('outlives its lists: they are written again before they go', async () => {
    const { keepAll } = setUp();
    await keepAll(FIRST, FIRST + 200);
    const cold = createWindowMemory('o');
    await keepAll(FIRST + 201, FIRST + 201, cold);
    expect(minutesMissing(cold, FIRST + 201)).toEqual([]);
  });
});

describe('two ticks of one slot', () => {
  test('go on with the frame that was stored first', async () => {
    const { store, memory } = setUp();
    const other = createWindowMemory('o');
    const late = { ...frameAt(FIRST), atMs: FIRST * MINUTE_MS + 900, reason: 'status 502' };
    await keepAt(store, memory, { minute: FIRST });
    expect(await keepAt(store, other, { minute: FIRST, frame: late })).toMatchObject({ why: null });
    expect(other.frames.get(FIRST * MINUTE_MS)).toEqual(frameAt(FIRST));
  });

  test('that come at once see the same', async () => {
    const { store } = setUp();
    const memories = ['a', 'b', 'c'].map(() => createWindowMemory('o'));
    await Promise.all(
      memories.map((memory, at) => {
        const frame = { ...frameAt(FIRST), atMs: FIRST * MINUTE_MS + at };
        return keepAt(store, memory, { minute: FIRST, frame });
      }),
    );
    const seen = memories.map(({ frames }) => frames.get(FIRST * MINUTE_MS)?.atMs);
    expect(new Set(seen).size).toBe(1);
  });
});

describe('a store that is away', () => {
  const away: FrameStore = { exchange: () => Promise.reject(new Error('no answer')) };

  test('leaves memory with what it had, and says why', async () => {
    const { memory, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 5);
    expect(await keepAt(away, memory, { minute: FIRST + 6 })).toMatchObject({ why: 'no answer' });
    expect(minutesOf(memory)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => FIRST + n));
  });

  test('leaves a new isolate with this frame alone; the rest is missing, and nothing is zero', async () => {
    const memory = createWindowMemory('o');
    await keepAt(away, memory, { minute: FIRST });
    const { labels, columns, missing } = buildWindow(memory.frames, slotsAt(FIRST));
    expect(missing).toHaveLength(60);
    expect(labels).toHaveLength(40);
    expect(columns.every(({ times }) => times.length === 1)).toBe(true);
  });

  test('is written to again when it is back', async () => {
    const { store, memory, keepAll } = setUp();
    await keepAt(away, memory, { minute: FIRST });
    await keepAll(FIRST + 1, FIRST + 2);
    expect(store.kept.size).toBe(3);
  });
});

describe('a store that lies', () => {
  test('null for what is there leaves a gap, which is asked for again', async () => {
    const { store, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 10);
    const blind: FrameStore = {
      async exchange(writes, keys) {
        const { written } = await store.exchange(writes, keys);
        return { written, texts: keys.map(() => null) };
      },
    };
    const cold = createWindowMemory('o');
    await keepAt(blind, cold, { minute: FIRST + 11 });
    expect(minutesOf(cold)).toEqual([FIRST + 11]);
    await keepAll(FIRST + 12, FIRST + 12, cold);
    expect(minutesOf(cold)).toEqual([FIRST + 10, FIRST + 11, FIRST + 12]);
    await keepAll(FIRST + 13, FIRST + 16, cold);
    expect(minutesMissing(cold, FIRST + 16).filter((minute) => minute >= FIRST)).toEqual([]);
  });

  test('a slot that is taken and has nothing is said, and this frame counts', async () => {
    const { memory } = setUp();
    const store: FrameStore = {
      exchange: async (writes, keys) => ({
        written: writes.map(() => false),
        texts: keys.map(() => null),
      }),
    };
    const { why } = await keepAt(store, memory, { minute: FIRST });
    expect(why).toBe('the store has a frame of this slot that cannot be read');
    expect(memory.frames.get(FIRST * MINUTE_MS)).toEqual(frameAt(FIRST));
  });

  test.each([
    ['no frame', () => 'HTML'],
    ['half a frame', (text: string) => text.slice(0, 90)],
    ['a frame of another version', (text: string) => text.replace('"v":1', '"v":2')],
    ['a frame of another length', (text: string) => text.replace('"count":40', '"count":39')],
    ['a frame of a list that is gone', (text: string) => text.replace(/"list":"../, '"list":"zz')],
    ['a frame without values', (text: string) => text.replace(/"values":"[^"]+/, '"values":"')],
  ])('%s is as good as none', async (_, spoil) => {
    const { store, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 3);
    const spoilt = [...store.kept.keys()].find((key) =>
      key.endsWith(`:${(FIRST + 1) * MINUTE_MS}`),
    );
    const kept = store.kept.get(spoilt ?? '');
    expect(kept).toBeDefined();
    if (kept) kept.text = spoil(kept.text);
    const cold = createWindowMemory('o');
    await keepAll(FIRST + 4, FIRST + 4, cold);
    expect(minutesOf(cold)).toEqual([0, 2, 3, 4].map((n) => FIRST + n));
  });

  test('a list that is another than its name says is none', async () => {
    const { store, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 1);
    const other = createFakeStore();
    await keepAt(other, createWindowMemory('o'), { minute: 5, frame: frameAt(5, 41) });
    const listOf = ({ kept }: typeof store) => [...kept].find(([key]) => key.startsWith('series:'));
    const [mine, theirs] = [listOf(store)?.[1], listOf(other)?.[1]];
    if (mine && theirs) mine.text = theirs.text;
    const cold = createWindowMemory('o');
    const frame = frameAt(FIRST + 2, 50);
    await keepAt(store, cold, { minute: FIRST + 2, frame });
    expect(minutesOf(cold)).toEqual([FIRST + 2]);
  });
});

describe('a store that was emptied', () => {
  test('takes nothing from an isolate that has the hour', async () => {
    const { store, memory, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 5);
    store.kept.clear();
    await keepAll(FIRST + 6, FIRST + 6);
    expect(minutesOf(memory)).toHaveLength(7);
  });

  test('is missing frames for a new one, and fills up again', async () => {
    const { store, keepAll } = setUp();
    await keepAll(FIRST, FIRST + 5);
    store.kept.clear();
    const cold = createWindowMemory('o');
    await keepAll(FIRST + 6, FIRST + 8, cold);
    expect(minutesOf(cold)).toEqual([6, 7, 8].map((n) => FIRST + n));
    expect(minutesMissing(cold, FIRST + 8)).toHaveLength(58);
  });
});
