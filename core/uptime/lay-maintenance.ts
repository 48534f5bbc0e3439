import { mergeSpans } from './merge-spans.ts';
import type { Interval } from './to-intervals.ts';
import type { Span, UptimeInput } from './uptime-input.ts';

/**
 * The intervals with announced maintenance laid over them at its exact times, whatever lies under it. Announced means
 * before it began: `announcedMs` < `fromMs`; any other maintenance changes nothing.
 */
export function layMaintenance(
  intervals: readonly Interval[],
  maintenance: UptimeInput['maintenance'],
  window: Span,
): Interval[] {
  const announced = maintenance.filter(
    ({ announcedMs, fromMs }) => announcedMs !== null && announcedMs < fromMs,
  );
  const covers = mergeSpans(announced, window);
  return [
    ...subtract(intervals, covers),
    ...covers.map((cover) => ({ state: 'maintenance' as const, ...cover })),
  ].toSorted((a, b) => a.fromMs - b.fromMs);
}

/** What the covers leave of the intervals; both are in order and free of overlaps. */
function subtract(intervals: readonly Interval[], covers: readonly Span[]): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { state, fromMs, toMs } of intervals) {
    let startMs = fromMs;
    for (let cover = covers[next]; cover && cover.fromMs < toMs; cover = covers[next]) {
      if (startMs < cover.fromMs) left.push({ state, fromMs: startMs, toMs: cover.fromMs });
      startMs = Math.max(startMs, cover.toMs);
      if (cover.toMs > toMs) break;
      next += 1;
    }
    if (startMs < toMs) left.push({ state, fromMs: startMs, toMs });
  }
  return left;
}
