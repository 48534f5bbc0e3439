import * as z from 'zod';
import { Snapshot } from '../../core/snapshot/snapshot.ts';
import { inTime } from './in-time.ts';

const KEY = 'snapshot:v1';
/** How long a snapshot is served before the store is asked again, as a share of a slot: 4 s of 30. */
const FRESH_SLOTS = 2 / 15;
// Each waits by its own clock: the store has none, and who began a reading may be gone, and the reading with it.
const DEADLINE_MS = 1_000;
/** A store that failed is left alone this long while there is something to serve. */
const LEAVE_ALONE_MS = 5_000;

/** The store gave no answer, and this isolate has not seen a snapshot before. */
export class SnapshotUnavailable extends Error {}

// The same for every visitor: what this isolate read last, the reading under way, and when one failed.
let lastGood: { snapshot: Snapshot; readAtMs: number } | null = null;
let reading: Promise<Snapshot | null> | null = null;
let failedAtMs = -Infinity;

/**
 * The published snapshot, or null before anything was published. However many ask at once, the store is asked once. A
 * store that fails, hangs or holds nonsense gives the last good snapshot that this isolate has seen, whatever its age;
 * throws SnapshotUnavailable when there is none.
 */
export async function loadSnapshot(kv: KVNamespace, nowMs: number): Promise<Snapshot | null> {
  if (lastGood !== null && isServed(lastGood, nowMs)) return lastGood.snapshot;
  reading ??= readSnapshot(kv);
  const mine = reading;
  try {
    keepNewer(await inTime(mine, DEADLINE_MS), nowMs);
  } catch (error) {
    failedAtMs = nowMs;
    console.error(`Cannot read the snapshot: ${String(error)}`);
    if (lastGood === null) throw new SnapshotUnavailable('The snapshot store gave no answer');
  } finally {
    if (reading === mine) reading = null;
  }
  return lastGood?.snapshot ?? null;
}

/** The published snapshot as it stands in the store. Throws UnreadableSnapshot when it is no snapshot. */
export async function readSnapshot(kv: KVNamespace): Promise<Snapshot | null> {
  const stored = await inTime(kv.get(KEY), DEADLINE_MS);
  if (stored === null) return null;
  try {
    return Snapshot.parse(JSON.parse(stored));
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
    throw new UnreadableSnapshot(error.message, { cause: error });
  }
}

/** What is published is not a snapshot of this version. */
export class UnreadableSnapshot extends Error {}

export async function saveSnapshot(kv: KVNamespace, snapshot: Snapshot): Promise<void> {
  await inTime(kv.put(KEY, JSON.stringify(Snapshot.parse(snapshot))), DEADLINE_MS);
}

// Another place may still hold an older one, or none yet; a page never goes back.
function keepNewer(snapshot: Snapshot | null, readAtMs: number) {
  const known = lastGood?.snapshot ?? null;
  const newer =
    known === null || (snapshot !== null && snapshot.seq >= known.seq) ? snapshot : known;
  if (newer !== null) lastGood = { snapshot: newer, readAtMs };
}

function isServed({ snapshot, readAtMs }: NonNullable<typeof lastGood>, nowMs: number): boolean {
  if (nowMs - failedAtMs < LEAVE_ALONE_MS) return true;
  return nowMs - readAtMs < snapshot.checkEverySec * 1000 * FRESH_SLOTS;
}
