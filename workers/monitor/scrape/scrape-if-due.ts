import type { LimitFunction } from 'p-limit';
import type { Scrape } from '../../../core/metrics/build-frame.ts';
import { isDue } from '../../../core/services/slot.ts';
import { memoryOf } from '../window/memory-of.ts';
import { scrapeOrigin, ScrapeSettings } from './scrape-origin.ts';

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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const settings = ScrapeSettings.safeParse(given);
  if (!settings.success) {
    const reason = 'ORIGIN_URL is not the address of an application';
    return { kind: 'down', atMs: now(), durationSec: 0, bytes: 0, reason };
  }
  return limit(async () => {
    const { index } = await memoryOf(settings.data.ORIGIN_URL);
    return scrapeOrigin(settings.data, { now, index });
  });
}
