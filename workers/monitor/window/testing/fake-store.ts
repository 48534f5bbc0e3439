import type { FrameStore } from '../frame-store.ts';

type Kept = { text: string; untilMs: number };

export type FakeStore = FrameStore & {
  kept: Map<string, Kept>;
  /** What it has cost so far. */
  cost: { requests: number; commands: number; bytesWritten: number };
};

/** The store in memory, by a clock that is handed in. */
export function createFakeStore(now: () => number = Date.now): FakeStore {
  const kept = new Map<string, Kept>();
  const cost = { requests: 0, commands: 0, bytesWritten: 0 };
  const read = (key: string) => {
    const found = kept.get(key);
    return found !== undefined && found.untilMs > now() ? found.text : null;
  };
  return {
    kept,
    cost,
    async exchange(writes, keys) {
      cost.requests += 1;
      cost.commands += writes.length + (keys.length > 0 ? 1 : 0);
      const written = writes.map(({ key, text, ttlSec, onlyIfFree }) => {
        cost.bytesWritten += key.length + text.length;
        if (onlyIfFree && read(key) !== null) return false;
        kept.set(key, { text, untilMs: now() + ttlSec * 1000 });
        return true;
      });
      return { written, texts: keys.map(read) };
    },
  };
}
