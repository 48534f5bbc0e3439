import type { Frame } from '../../../../core/metrics/frame.ts';
import { frameSlots } from '../../../../core/metrics/frame-slots.ts';
import type { FrameStore } from '../frame-store.ts';
import { keepFrame } from '../keep-frame.ts';
import type { WindowMemory } from '../window-memory.ts';

const MINUTE_MS = 60_000;

/** What a scrape of a minute gave: request counters of many routes that rise unevenly, and some gauges. */
export function frameAt(minute: number, seriesCount = 40): Frame {
  const keys = Array.from({ length: seriesCount }, (_, at) => {
    const [route, bucket] = [Math.floor(at / 14), at % 14];
    const labels = `instance="vm:30364",le="${bucket / 10}",method="GET",route="/api/v1/products/${route}"`;
    return `http_request_duration_seconds_bucket{${labels},status_code="200"}`;
  });
  const values = keys.map((_, at) => {
    const rate = 1 + ((at * 7919) % 97);
    // One in ten is a measured size or a sum of durations.
    return at % 10 === 9
      ? Math.sin(at + minute) * 1e6
      : Math.floor(rate * minute * (1 + (at % 3) / 7));
  });
  return {
    slotMs: minute * MINUTE_MS,
    atMs: minute * MINUTE_MS + 150,
    reason: null,
    instance: 'vm:30364',
    startMs: 0,
    dropped: 0,
    keys,
    values: Float64Array.from(values),
  };
}

export function slotsAt(minute: number): number[] {
  return frameSlots(minute * MINUTE_MS, MINUTE_MS, 60 * MINUTE_MS);
}

/** Keeps the frame of a minute, as a tick of that minute does. */
export function keepAt(
  store: FrameStore,
  memory: WindowMemory,
  { minute, frame = frameAt(minute) }: { minute: number; frame?: Frame },
) {
  const nowMs = minute * MINUTE_MS + 400;
  return keepFrame(store, memory, { frame, slots: slotsAt(minute), nowMs });
}
