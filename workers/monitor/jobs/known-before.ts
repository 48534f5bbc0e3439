import { addPublished } from '../../../core/snapshot/add-published.ts';
import { knownFromSnapshot, type Known } from '../../../core/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import type { StoredState } from '../../../db/queries/ticks.ts';

/** What is known before a tick: from Postgres, null while it is away, and from what was published last. */
export type Before = { state: StoredState | null; previous: Snapshot | null };

/**
 * What is known of each service. Postgres is the truth that the ledger goes on from; what was published while it was away
 * is newer, and is shown until it is measured again.
 */
export function knownBefore({ state, previous }: Before): Map<string, Known> {
  const published = previous === null ? new Map<string, Known>() : knownFromSnapshot(previous);
  if (state === null) return published;
  const barMs = 1000 * (previous?.recent.barSec ?? 0);
  const roundsOf = Map.groupBy(state.rounds, ({ serviceName }) => serviceName);
  return new Map(
    state.services.map(({ serviceName, latency, lastCheckedAtMs, record, history }) => {
      const recent = roundsOf.get(serviceName) ?? [];
      const stored = { latency, lastCheckedAtMs, record, newest: record, history, recent };
      return [serviceName, addPublished(stored, published.get(serviceName), barMs)];
    }),
  );
}
