import {
  buildFrame,
  buildPartialFrame,
  type Health,
  type Scrape,
} from '../../../core/metrics/build-frame.ts';
import { openDb } from '../../../db/client.ts';
import { explainDbError } from '../../../db/explain-error.ts';
import { readLastFrames, type FrameRow } from '../../../db/queries/frames.ts';
import { sayOnChange } from '../../shared/log.ts';
import type { Settings } from '../settings.ts';
import { fillWindow } from './fill-window.ts';
import type { FrameStore } from './frame-store.ts';
import { keepFrame } from './keep-frame.ts';
import { memoryOf } from './memory-of.ts';
import { openStore, type Stores } from './open-store.ts';
import { takeRows } from './read-frames.ts';
import type { WindowMemory } from './window-memory.ts';
import { windowSlots } from './window-slots.ts';

const READ_DEADLINE_MS = 2_000;

type Tick = {
  tickMs: number;
  settings: Settings;
  /** Null in a slot without a scrape. */
  scrape: Scrape | null;
  health: readonly Health[];
  nowMs: number;
};

/**
 * Makes what a tick measured part of the window, in memory and in the store. Gives what to keep with the commit, in a
 * slot with a scrape. No store that fails stops the tick: memory has the frame, and what is lacking is missing.
 */
export async function takeFrame(env: Stores, tick: Tick): Promise<FrameRow | null> {
  const { tickMs, settings, scrape, health, nowMs } = tick;
  const memory = await memoryOf(env.ORIGIN_URL);
  const store = openStore(env);
  const slots = windowSlots(tickMs, settings);
  if (scrape === null) {
    memory.frames.set(tickMs, buildPartialFrame(tickMs, nowMs, health));
    await fillIfNew(store, memory, { slots, nowMs });
    return null;
  }
  sayScrape(scrape);
  const frame = buildFrame(tickMs, scrape, health);
  const { packed, why } = await keepFrame(store, memory, { frame, slots, nowMs });
  sayOnChange('window', why === null ? 'The store of the window answers' : describe(why));
  if (why !== null) await fillFromPostgres(memory, slots, settings.DATABASE_URL);
  return { frame: packed.text, list: packed.list.text };
}

// Between two scrapes only an isolate that is new lacks the hour; what cannot be read then is read with the next one.
async function fillIfNew(
  store: FrameStore,
  memory: WindowMemory,
  window: { slots: readonly number[]; nowMs: number },
) {
  if (memory.frames.has(window.slots.at(-1) ?? 0)) return;
  await fillWindow(store, memory, window).catch(() => []);
}

// Two frames are enough for a rate; they are asked for when the last one is lacking.
async function fillFromPostgres(
  memory: WindowMemory,
  slots: readonly number[],
  url: string | null,
): Promise<void> {
  if (url === null || memory.frames.has(slots.at(-2) ?? 0)) return;
  try {
    const db = openDb(url, AbortSignal.timeout(READ_DEADLINE_MS));
    const rows = await readLastFrames(db);
    await takeRows(
      memory,
      rows.filter(({ slotMs }) => slotMs >= (slots[0] ?? Infinity)),
    );
  } catch (error) {
    sayOnChange('frames', `Cannot read the last frames: ${explainDbError(error)}`);
  }
}

function sayScrape(scrape: Scrape) {
  if (scrape.kind === 'down') {
    sayOnChange('scrape', `Cannot read the metrics of the origin: ${scrape.reason}`);
    return;
  }
  const { dropped } = scrape.picked;
  const room = dropped === 0 ? '' : `; ${dropped} series have no room`;
  sayOnChange('scrape', `The metrics of the origin are read${room}`);
}

function describe(why: string): string {
  return `Cannot keep the window in Upstash: ${why}. Until then memory has what was seen here`;
}
