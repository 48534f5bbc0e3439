import type { Span } from './uptime-input.ts';

/** The parts of the window that any of the spans covers, oldest first: they neither overlap nor touch. */
export function mergeSpans(spans: readonly Span[], window: Span): Span[] {
  const merged: Span[] = [];
  for (const { fromMs, toMs } of clip(spans, window)) {
    const last = merged.at(-1);
    if (last === undefined || last.toMs < fromMs) merged.push({ fromMs, toMs });
    else last.toMs = Math.max(last.toMs, toMs);
  }
  return merged;
}

function clip(spans: readonly Span[], window: Span): Span[] {
  return spans
    .map(({ fromMs, toMs }) => ({
      fromMs: Math.max(fromMs, window.fromMs),
      toMs: Math.min(toMs, window.toMs),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
