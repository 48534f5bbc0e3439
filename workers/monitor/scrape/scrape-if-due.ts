import type { LimitFunction } from 'p-limit';
import type { Scrape } from '../../../core/metrics/build-frame.ts';
import { isDue } from '../../../core/services/slot.ts';
import { memoryOf } from '../window/memory-of.ts';
import { OriginSettings } from '../probes/detailed-health.ts';
import { withoutEmpty } from '../without-empty.ts';
import { scrapeOrigin } from './scrape-origin.ts';

type Due = {
  tickMs: number;
  slotMs: number;
  everySlots: number;
  now: () => number;
  /** The places of the probes: the scrape waits for one. */
  limit: LimitFunction;
};

/** Scrapes the origin in every n-th slot; null in the others. */
export async function scrapeIfDue(
  env: object,
  { tickMs, slotMs, everySlots, now, limit }: Due,
): Promise<Scrape | null> {
  if (!isDue(tickMs, slotMs, everySlots)) return null;
  const settings = OriginSettings.safeParse(withoutEmpty(env));
  if (!settings.success) {
    const reason = 'ORIGIN_URL is not the address of an application';
    return { kind: 'down', atMs: now(), durationSec: 0, bytes: 0, reason };
  }
  return limit(async () => {
    const { index } = await memoryOf(settings.data.ORIGIN_URL);
    return scrapeOrigin(settings.data, { now, index });
  });
}
