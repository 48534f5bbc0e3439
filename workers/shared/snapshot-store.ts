import { Snapshot } from '../../core/snapshot/snapshot.ts';

const KEY = 'snapshot:v1';
/** How long a snapshot is served before the store is asked again, as a share of a slot: 5 s of 30. */
const FRESH_SLOTS = 1 / 6;

// The same for every visitor: what this isolate read last.
let lastGood: { snapshot: Snapshot; readAtMs: number } | null = null;

/** The published snapshot. A store that fails or holds nonsense gives the last good one that this isolate has seen. */
export async function loadSnapshot(kv: KVNamespace, nowMs: number): Promise<Snapshot | null> {
  if (lastGood !== null && isFresh(lastGood, nowMs)) return lastGood.snapshot;
  const snapshot = await readSnapshot(kv).catch((error: unknown) => {
    console.error(`Cannot read the snapshot: ${String(error)}`);
    return null;
  });
  // Another place may still serve an older one; a page never goes back.
  if (snapshot !== null && snapshot.seq >= (lastGood?.snapshot.seq ?? 0)) {
    lastGood = { snapshot, readAtMs: nowMs };
  }
  return lastGood?.snapshot ?? null;
}

function isFresh({ snapshot, readAtMs }: NonNullable<typeof lastGood>, nowMs: number): boolean {
  return nowMs - readAtMs < snapshot.checkEverySec * 1000 * FRESH_SLOTS;
}

/** The published snapshot as it stands in the store, for the one who writes it. */
export async function readSnapshot(kv: KVNamespace): Promise<Snapshot | null> {
  const stored = await kv.get(KEY, 'json');
  return stored === null ? null : Snapshot.parse(stored);
}

export async function saveSnapshot(kv: KVNamespace, snapshot: Snapshot): Promise<void> {
  await kv.put(KEY, JSON.stringify(Snapshot.parse(snapshot)));
}
