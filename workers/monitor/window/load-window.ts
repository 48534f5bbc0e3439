import { buildWindow } from '../../../core/metrics/build-window.ts';
import type { MetricWindow } from '../../../core/metrics/window.ts';
import { readSettings } from '../settings.ts';
import { fillWindow } from './fill-window.ts';
import { memoryOf } from './memory-of.ts';
import { openStore, type Stores } from './open-store.ts';
import { forgetBefore } from './window-memory.ts';
import { windowSlots } from './window-slots.ts';

/** The window that ends at `nowMs`; while its store is away, only what this isolate has of it. */
export async function loadWindow(
  env: Stores,
  nowMs: number,
): Promise<{ window: MetricWindow; isAway: boolean }> {
  const slots = windowSlots(nowMs, readSettings(env).settings);
  const memory = await memoryOf(env.ORIGIN_URL);
  forgetBefore(memory, slots[0] ?? 0);
  const isRead = await fillWindow(openStore(env), memory, { slots, nowMs }).then(
    () => true,
    () => false,
  );
  return { window: buildWindow(memory.frames, slots), isAway: !isRead };
}
