import { fitDictionary } from '../../../core/metrics/fit-dictionary.ts';
import type { Frame } from '../../../core/metrics/frame.ts';
import { fillWindow } from './fill-window.ts';
import { packFrame } from './frame-text.ts';
import type { FrameStore, Write } from './frame-store.ts';
import { frameKey, listKey } from './keys.ts';
import { readFrames } from './read-frames.ts';
import { packList, type SeriesList } from './series-list.ts';
import { forgetBefore, type WindowMemory } from './window-memory.ts';

/** An hour, and some time for ticks that come late. */
const FRAME_TTL_SEC = 75 * 60;
/** A list outlives the frames that were written by it until it is written again. */
const LIST_AGAIN_MS = 30 * 60_000;
const LIST_TTL_SEC = FRAME_TTL_SEC + LIST_AGAIN_MS / 1000 + 5 * 60;

/** A frame as it is stored, with the list that it is written by. */
type PackedFrame = { slotMs: number; text: string; list: SeriesList };

/** What became of a frame: `why` says what is wrong with the store, where something is. */
export type Kept = { packed: PackedFrame; why: string | null };

type Options = {
  frame: Frame;
  /** The slots of the window, that of the frame among them. */
  slots: readonly number[];
  nowMs: number;
};

/**
 * Writes a frame and reads what this isolate lacks of the window, in one request: two commands, and one more when the
 * list of series is due. The first frame of a slot stays: whoever comes second goes on with the stored one. Without the
 * store, memory has the frame and what it had before.
 */
export async function keepFrame(
  store: FrameStore,
  memory: WindowMemory,
  { frame, slots, nowMs }: Options,
): Promise<Kept> {
  const packed = await packNow(memory, frame);
  memory.frames.set(frame.slotMs, frame);
  forgetBefore(memory, slots[0] ?? 0);
  try {
    const why = await exchange(store, memory, { packed, slots, nowMs });
    return { packed, why };
  } catch (error) {
    return { packed, why: error instanceof Error ? error.message : String(error) };
  }
}

// The list of the frame before serves as long as it has all series of this one.
async function packNow(memory: WindowMemory, frame: Frame): Promise<PackedFrame> {
  const keys = fitDictionary(memory.list?.keys ?? null, frame.keys);
  const list = keys === memory.list?.keys ? memory.list : await packList(keys);
  memory.list = list;
  memory.lists.delete(list.hash);
  memory.lists.set(list.hash, list);
  return { slotMs: frame.slotMs, text: await packFrame(frame, list, memory.origin), list };
}

type Exchange = { packed: PackedFrame; slots: readonly number[]; nowMs: number };

async function exchange(
  store: FrameStore,
  memory: WindowMemory,
  { packed, slots, nowMs }: Exchange,
) {
  const { slotMs, list } = packed;
  const writes = listWrites(memory, packed, nowMs);
  const written = await fillWindow(store, memory, { slots, nowMs, writes });
  if (writes.length > 1) memory.writtenMs.set(list.hash, nowMs);
  return written.at(-1) === true ? null : takeStored(store, memory, slotMs);
}

// The frame comes last: what can read it is there before it.
function listWrites(
  { origin, writtenMs }: WindowMemory,
  packed: PackedFrame,
  nowMs: number,
): Write[] {
  const { slotMs, text, list } = packed;
  const frame = { key: frameKey(origin, slotMs), text, ttlSec: FRAME_TTL_SEC, onlyIfFree: true };
  if (nowMs - (writtenMs.get(list.hash) ?? -Infinity) < LIST_AGAIN_MS) return [frame];
  const { hash, text: listText } = list;
  return [{ key: listKey(hash), text: listText, ttlSec: LIST_TTL_SEC, onlyIfFree: false }, frame];
}

// Another tick has this slot: both go on with what is stored.
async function takeStored(
  store: FrameStore,
  memory: WindowMemory,
  slotMs: number,
): Promise<string | null> {
  const { texts } = await store.exchange([], [frameKey(memory.origin, slotMs)]);
  const own = memory.frames.get(slotMs);
  await readFrames(store, memory, [{ slotMs, text: texts[0] ?? null }]);
  const isTaken = memory.frames.get(slotMs) !== own;
  return isTaken ? null : 'the store has a frame of this slot that cannot be read';
}
