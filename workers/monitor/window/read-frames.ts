import { readFrameText, unpackFrame, type FrameText } from './frame-text.ts';
import type { FrameStore } from './frame-store.ts';
import { listKey } from './keys.ts';
import { unpackList } from './series-list.ts';
import type { WindowMemory } from './window-memory.ts';

/** A slot, and the text that the store has for it. */
export type StoredText = { slotMs: number; text: string | null };

type Row = { slotMs: number; frame: string; list: string };

/**
 * Takes stored frames into memory. Their lists are asked for once, where this isolate does not know them. What cannot be
 * read, or has no list, is as good as not there.
 */
export async function readFrames(
  store: FrameStore,
  memory: WindowMemory,
  stored: readonly StoredText[],
): Promise<void> {
  const frames = stored.flatMap(({ slotMs, text }) => {
    const read = text === null ? null : readFrameText(text);
    return read === null ? [] : [{ slotMs, read }];
  });
  await readLists(
    store,
    memory,
    frames.map(({ read }) => read.list),
  );
  for (const { slotMs, read } of frames) await takeFrame(memory, slotMs, read);
}

/** Takes frames that come with their lists into memory, where it has none of their slots. */
export async function takeRows(memory: WindowMemory, rows: readonly Row[]): Promise<void> {
  for (const { slotMs, frame, list } of rows) {
    const read = readFrameText(frame);
    if (read === null || memory.frames.has(slotMs)) continue;
    const known = await unpackList(read.list, list).catch(() => null);
    if (known !== null) memory.lists.set(read.list, known);
    await takeFrame(memory, slotMs, read);
  }
}

async function readLists(store: FrameStore, memory: WindowMemory, hashes: readonly string[]) {
  const unknown = [...new Set(hashes)].filter((hash) => !memory.lists.has(hash));
  if (unknown.length === 0) return;
  const { texts } = await store.exchange([], unknown.map(listKey));
  for (const [at, hash] of unknown.entries()) {
    const text = texts[at] ?? null;
    const list = text === null ? null : await unpackList(hash, text).catch(() => null);
    if (list !== null) memory.lists.set(hash, list);
  }
}

async function takeFrame(memory: WindowMemory, slotMs: number, text: FrameText) {
  const { origin, frames, lists } = memory;
  // It was another application then.
  if (text.origin !== origin) return;
  const list = lists.get(text.list);
  const frame = list && (await unpackFrame(slotMs, text, list).catch(() => null));
  if (frame) frames.set(slotMs, frame);
}
