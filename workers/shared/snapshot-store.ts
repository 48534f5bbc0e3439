import { Snapshot } from '../../core/snapshot/snapshot.ts';

const KEY = 'snapshot:v1';
/** How long a snapshot is served before the store is asked again, as a share of a slot: 5 s of 30. */
const FRESH_SLOTS = 1 / 6;
const DEADLINE_MS = 1_000;

/** The store gave no answer, and this isolate has not seen a snapshot before. */
export class SnapshotUnavailable extends Error {}

// The same for every visitor: what this isolate read last, and the reading that is under way.
let lastGood: { snapshot: Snapshot; readAtMs: number } | null = null;
let reading: Promise<Snapshot | null> | null = null;

/**
 * The published snapshot, or null before anything was published. However many ask at once, the store is asked once. A
 * store that fails, hangs or holds nonsense gives the last good snapshot that this isolate has seen, whatever its age;
 * throws SnapshotUnavailable when there is none.
 */
export async function loadSnapshot(kv: KVNamespace, nowMs: number): Promise<Snapshot | null> {
  if (lastGood !== null && isFresh(lastGood, nowMs)) return lastGood.snapshot;
  reading ??= readSnapshot(kv).finally(() => {
    reading = null;
  });
  try {
    // Each waits by its own clock: who began the reading may be gone, and the reading with it.
    keepNewer(await Promise.race([reading, rejectAfter(DEADLINE_MS)]), nowMs);
  } catch (error) {
    reading = null;
    console.error(`Cannot read the snapshot: ${String(error)}`);
    if (lastGood === null) throw new SnapshotUnavailable('The snapshot store gave no answer');
  }
  return lastGood?.snapshot ?? null;
}

/** The published snapshot as it stands in the store, for the one who writes it. */
export async function readSnapshot(kv: KVNamespace): Promise<Snapshot | null> {
  const stored = await kv.get(KEY, 'json');
  return stored === null ? null : Snapshot.parse(stored);
}

export async function saveSnapshot(kv: KVNamespace, snapshot: Snapshot): Promise<void> {
  await kv.put(KEY, JSON.stringify(Snapshot.parse(snapshot)));
}

// Another place may still hold an older one, or none yet; a page never goes back.
function keepNewer(snapshot: Snapshot | null, readAtMs: number) {
  const known = lastGood?.snapshot ?? null;
  const newer =
    known === null || (snapshot !== null && snapshot.seq >= known.seq) ? snapshot : known;
  if (newer !== null) lastGood = { snapshot: newer, readAtMs };
}

function isFresh({ snapshot, readAtMs }: NonNullable<typeof lastGood>, nowMs: number): boolean {
  return nowMs - readAtMs < snapshot.checkEverySec * 1000 * FRESH_SLOTS;
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
}
