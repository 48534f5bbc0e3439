import * as z from 'zod';
import { HistorySnapshot } from '../../core/snapshot/history-snapshot.ts';
import { inTime } from './in-time.ts';
import { SnapshotUnavailable } from './snapshot-store.ts';

const KEY = 'history:v1';
const FRESH_MS = 4_000;
const DEADLINE_MS = 2_000;

// The same for every visitor: what this isolate read last.
let lastGood: { history: HistorySnapshot; readAtMs: number } | null = null;

/**
 * The published history, or null before anything was published. A store that fails gives the last good one that this
 * isolate has seen, whatever its age; throws SnapshotUnavailable when there is none.
 */
export async function loadHistory(kv: KVNamespace, nowMs: number): Promise<HistorySnapshot | null> {
  if (lastGood !== null && nowMs - lastGood.readAtMs < FRESH_MS) return lastGood.history;
  try {
    const history = await readHistory(kv);
    if (history !== null && history.seq >= (lastGood?.history.seq ?? 0)) {
      lastGood = { history, readAtMs: nowMs };
    }
  } catch (error) {
    console.error(`Cannot read the history: ${String(error)}`);
    if (lastGood === null) throw new SnapshotUnavailable('The history store gave no answer');
  }
  return lastGood?.history ?? null;
}

/** The published history as it stands in the store; null when there is none that can be read. */
export async function readHistory(kv: KVNamespace): Promise<HistorySnapshot | null> {
  const stored = await inTime(kv.get(KEY), DEADLINE_MS);
  return stored === null ? null : HistorySnapshot.parse(JSON.parse(stored));
}

/** What is there is no history of this version. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof z.ZodError || error instanceof SyntaxError;
}

export async function saveHistory(kv: KVNamespace, history: HistorySnapshot): Promise<void> {
  await inTime(kv.put(KEY, JSON.stringify(HistorySnapshot.parse(history))), DEADLINE_MS);
}
