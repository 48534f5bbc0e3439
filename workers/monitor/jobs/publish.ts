import type { Judged } from '../../../core/services/judge-services.ts';
import { buildSnapshot, mustPublish, type Known } from '../../../core/snapshot/build-snapshot.ts';
import type { Settings } from '../settings.ts';
import type { Before } from './known-before.ts';
import { publishFresh, publishSnapshot, readCurrentBanner, wordsOf } from './publish-words.ts';
import type { Tended } from './tend-desk.ts';

type Publication = {
  before: Before;
  /** Null: what was published of people's words stays. */
  tended: Tended | null;
  known: ReadonlyMap<string, Known>;
  judged: readonly Judged[];
  tickMs: number;
  settings: Settings;
  nowMs: number;
};

/** Writes the snapshot of a tick when a visitor would notice a change, or when it is time again. */
export async function publish(kv: KVNamespace, publication: Publication): Promise<void> {
  const { before, settings, tended, ...rest } = publication;
  const { state, previous } = before;
  const [banner, words] = await Promise.all([
    readCurrentBanner(kv, previous, rest.nowMs),
    publishFresh(kv, tended?.fresh ?? null),
  ]);
  const since = state?.watchingSinceMs ?? Date.parse(previous?.watchingSince ?? '');
  const snapshot = buildSnapshot({
    ...rest,
    product: { name: settings.PRODUCT_NAME, url: settings.PRODUCT_URL ?? null },
    slotMs: settings.SLOT_SEC * 1000,
    watchingSinceMs: Number.isNaN(since) ? rest.tickMs : since,
    publishEverySec: settings.PUBLISH_EVERY_SEC,
    previousSeq: previous?.seq ?? 0,
    words: words ?? wordsOf(previous),
    banner,
    marks: tended?.marks ?? previous?.marks ?? [],
  });
  if (mustPublish(previous, snapshot, settings.PUBLISH_EVERY_SEC)) {
    await publishSnapshot(kv, previous, snapshot);
  }
}
