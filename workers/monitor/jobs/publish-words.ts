import { currentBanner } from '../../../core/snapshot/banner.ts';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import { mayReplace } from '../../../core/snapshot/may-replace.ts';
import { NO_WORDS, type PublicWords } from '../../../core/snapshot/public-words.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { readHistory, saveHistory } from '../../shared/history-store.ts';
import { HISTORY_DAYS } from '../../../core/uptime/period.ts';
import { UnreadablePublication } from '../../shared/publication.ts';
import { saveSnapshot } from '../../shared/snapshot-store.ts';
import { readBanner } from '../banner-store.ts';
import type { Tended } from './tend-desk.ts';

const TERM_MS = HISTORY_DAYS * 86_400_000;

/** What was published of people's words. */
export function wordsOf(previous: Snapshot | null): PublicWords {
  if (previous === null) return NO_WORDS;
  const { incidents, history, historyCount, maintenance, wordsRevision } = previous;
  return { incidents, history, historyCount, maintenance, wordsRevision };
}

/** The banner that is to be shown; one that cannot be read stays as it was published. */
export async function readCurrentBanner(
  kv: KVNamespace,
  previous: Snapshot | null,
  nowMs: number,
): Promise<Snapshot['banner']> {
  const banner = await readBanner(kv).catch(() => previous?.banner ?? null);
  return currentBanner(banner, nowMs);
}

/** Publishes a snapshot, unless it is such that the one before it is better kept. */
export async function publishSnapshot(
  kv: KVNamespace,
  previous: Snapshot | null,
  next: Snapshot,
): Promise<void> {
  const before = previous && { value: previous, count: previous.services.length };
  const reason = mayReplace(before, { value: next, count: next.services.length });
  if (reason === null) await saveSnapshot(kv, next);
  else console.error(`The snapshot is kept back: ${reason}`);
}

/**
 * Publishes the history, and gives what belongs into the snapshot. Null: nothing is fresh, or the history could not be
 * published, and then all of it is tried again with the next tick.
 */
export async function publishFresh(
  kv: KVNamespace,
  fresh: Tended['fresh'],
): Promise<PublicWords | null> {
  if (fresh === null) return null;
  try {
    await publishHistory(kv, fresh.history);
    return fresh.words;
  } catch (error) {
    console.error(`Cannot publish the history: ${String(error)}`);
    return null;
  }
}

/** Publishes the history, unless it is such that the one before it is better kept. */
async function publishHistory(kv: KVNamespace, next: HistorySnapshot): Promise<void> {
  const previous = await readPrevious(kv);
  const countOf = ({ incidents }: HistorySnapshot) =>
    incidents.filter(({ resolvedAt }) => {
      return resolvedAt === null || Date.parse(resolvedAt) >= next.seq - TERM_MS;
    }).length;
  const before = previous && { value: previous, count: countOf(previous) };
  const reason = mayReplace(before, { value: next, count: countOf(next) });
  if (reason === null) await saveHistory(kv, next);
  else console.error(`The history is kept back: ${reason}`);
}

async function readPrevious(kv: KVNamespace): Promise<HistorySnapshot | null> {
  try {
    return await readHistory(kv);
  } catch (error) {
    // What is no history is published anew.
    if (error instanceof UnreadablePublication) return null;
    throw error;
  }
}
