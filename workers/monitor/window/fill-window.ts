import type { FrameStore, Write } from './frame-store.ts';
import { frameKey } from './keys.ts';
import { readFrames } from './read-frames.ts';
import type { WindowMemory } from './window-memory.ts';

/** A slot that had no frame is asked for again after so long; the newest ones each time. */
const ASK_AGAIN_MS = 5 * 60_000;
const NEWEST = 3;

type Options = {
  /** The slots of the window. */
  slots: readonly number[];
  nowMs: number;
  writes?: readonly Write[];
};

/**
 * Reads what this isolate lacks of the window, in the request of the writes. Gives whether each of them was kept; throws
 * when the store gives no answer.
 */
export async function fillWindow(
  store: FrameStore,
  memory: WindowMemory,
  { slots, nowMs, writes = [] }: Options,
): Promise<boolean[]> {
  const newest = new Set(slots.slice(-NEWEST));
  const lacking = slots.filter((slot) => {
    if (memory.frames.has(slot)) return false;
    return newest.has(slot) || nowMs - (memory.askedMs.get(slot) ?? -Infinity) >= ASK_AGAIN_MS;
  });
  const keys = lacking.map((slot) => frameKey(memory.origin, slot));
  const { written, texts } = await store.exchange(writes, keys);
  for (const slot of lacking) memory.askedMs.set(slot, nowMs);
  const stored = lacking.map((slot, at) => ({ slotMs: slot, text: texts[at] ?? null }));
  await readFrames(store, memory, stored);
  return written;
}
