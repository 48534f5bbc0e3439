import type { Known } from './build-snapshot.ts';

/**
 * What is known of a service by what was stored and what was published while the store was away. A bar that was published
 * fills the hour where no round of its time is stored; the newer of both says when and how the service was seen last.
 */
export function addPublished(stored: Known, published: Known | undefined, barMs: number): Known {
  if (published === undefined) return stored;
  const missed = published.recent.filter(({ slotMs: from }) => {
    return !stored.recent.some(({ slotMs }) => slotMs >= from && slotMs < from + barMs);
  });
  const recent = [...stored.recent, ...missed].toSorted((a, b) => a.slotMs - b.slotMs);
  if ((published.lastCheckedAtMs ?? 0) <= (stored.lastCheckedAtMs ?? 0))
    return { ...stored, recent };
  const { latency, lastCheckedAtMs, newest } = published;
  return { ...stored, latency, lastCheckedAtMs, newest, recent };
}
