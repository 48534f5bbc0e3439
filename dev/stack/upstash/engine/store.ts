import type { Value } from './value.ts';

export type Entry = {
  /** Grows with every new key, so that a scan can go on where it was. */
  id: number;
  value: Value;
  expiresAtMs: number | null;
};

export type Store = ReturnType<typeof createStore>;

/** The keys and their values. Expired keys are there until `dropExpired`, which precedes every command. */
export function createStore() {
  const entries = new Map<string, Entry>();
  const lookups = { hits: 0, misses: 0 };
  let lastId = 0;
  let nextExpiryMs = Infinity;

  function setExpiry(entry: Entry, expiresAtMs: number | null) {
    entry.expiresAtMs = expiresAtMs;
    nextExpiryMs = Math.min(nextExpiryMs, expiresAtMs ?? Infinity);
  }

  return {
    entries,
    lookups,
    setExpiry,
    find: (key: string) => entries.get(key),
    remove: (key: string) => entries.delete(key),
    read(key: string) {
      const entry = entries.get(key);
      if (entry === undefined) lookups.misses += 1;
      else lookups.hits += 1;
      return entry;
    },
    put(key: string, value: Value, expiresAtMs: number | null = null) {
      const entry = { id: entries.get(key)?.id ?? (lastId += 1), value, expiresAtMs };
      setExpiry(entry, expiresAtMs);
      entries.set(key, entry);
    },
    dropExpired(nowMs: number) {
      if (nowMs < nextExpiryMs) return;
      nextExpiryMs = Infinity;
      for (const [key, { expiresAtMs }] of entries) {
        if (expiresAtMs === null) continue;
        if (expiresAtMs <= nowMs) entries.delete(key);
        else nextExpiryMs = Math.min(nextExpiryMs, expiresAtMs);
      }
    },
  };
}
