import {
  buildSnapshot,
  knownFromSnapshot,
  mustPublish,
  type Known,
} from '../../../core/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import type { Round } from '../../../core/services/outcome.ts';
import type { StoredState } from '../../../db/queries/ticks.ts';
import { saveSnapshot } from '../../shared/snapshot-store.ts';
import type { Settings } from '../settings.ts';

/** What is known before a tick: from Postgres, and from what was published last. */
export type Before = { state: StoredState | null; previous: Snapshot | null };

type Publication = Before & {
  services: readonly { serviceName: string; displayName: string }[];
  rounds: readonly Round[];
  tickMs: number;
  settings: Settings;
  nowMs: number;
};

/** Writes the snapshot of a tick when a visitor would notice a change, or when it is time again. */
export async function publish(kv: KVNamespace, publication: Publication): Promise<void> {
  const { state, previous, settings, ...rest } = publication;
  const known = state === null ? knownBefore(previous) : knownFromState(state);
  const since = state?.watchingSinceMs ?? Date.parse(previous?.watchingSince ?? '');
  const snapshot = buildSnapshot({
    ...rest,
    product: { name: settings.PRODUCT_NAME, url: settings.PRODUCT_URL ?? null },
    known,
    slotMs: settings.SLOT_SEC * 1000,
    watchingSinceMs: Number.isNaN(since) ? rest.tickMs : since,
    publishEverySec: settings.PUBLISH_EVERY_SEC,
    previousSeq: previous?.seq ?? 0,
  });
  if (mustPublish(previous, snapshot, settings.PUBLISH_EVERY_SEC)) await saveSnapshot(kv, snapshot);
}

function knownBefore(previous: Before['previous']): Map<string, Known> {
  return previous === null ? new Map() : knownFromSnapshot(previous);
}

function knownFromState({ services, rounds }: StoredState): Map<string, Known> {
  const roundsOf = Map.groupBy(rounds, ({ serviceName }) => serviceName);
  return new Map(
    services.map(({ serviceName, status, latency, lastCheckedAtMs }) => {
      const recent = roundsOf.get(serviceName) ?? [];
      return [serviceName, { status, latency, lastCheckedAtMs, recent }];
    }),
  );
}
