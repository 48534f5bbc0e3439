import { frameSlots } from '../../../core/metrics/frame-slots.ts';
import type { Settings } from '../settings.ts';

/** An hour of slots of half a minute; shorter slots make a shorter window. */
const WINDOW_SLOTS = 120;

/** The slots that should have a frame in the window that ends at `nowMs`. */
export function windowSlots(nowMs: number, { SLOT_SEC, SCRAPE_EVERY_SLOTS }: Settings): number[] {
  const slotMs = SLOT_SEC * 1000;
  return frameSlots(nowMs, SCRAPE_EVERY_SLOTS * slotMs, WINDOW_SLOTS * slotMs);
}
