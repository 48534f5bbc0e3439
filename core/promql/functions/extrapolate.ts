import type { Samples } from '../engine/apply-range.ts';

/**
 * How much a series changed over a window, from two samples or more in it: the change between the first and the last,
 * extended to the borders of the window that are near, else by half of the mean distance of samples. A counter counts
 * on after each drop and is never thought to have been below zero. After Prometheus, promql/functions.go,
 * extrapolatedRate.
 */
export function extrapolate(samples: Samples, isCounter: boolean): number {
  const { times, values, from, to, startMs, endMs } = samples;
  const last = to - 1;
  const firstMs = times[from] ?? NaN;
  const lastMs = times[last] ?? NaN;
  const firstValue = values[from] ?? NaN;
  let change = (values[last] ?? NaN) - firstValue;
  if (isCounter) change += sumDrops(samples);
  const sampledMs = lastMs - firstMs;
  const meanMs = sampledMs / (last - from);
  const nearMs = meanMs * 1.1;
  let toStartMs = firstMs - startMs;
  if (toStartMs >= nearMs) toStartMs = meanMs / 2;
  if (isCounter && change > 0 && firstValue >= 0) {
    // Here the counter would have been zero.
    toStartMs = Math.min(toStartMs, sampledMs * (firstValue / change));
  }
  const gapMs = endMs - lastMs;
  const toEndMs = gapMs >= nearMs ? meanMs / 2 : gapMs;
  return change * ((sampledMs + toStartMs + toEndMs) / sampledMs);
}

/** What was counted before each restart of a counter. */
function sumDrops({ values, from, to }: Samples): number {
  let sum = 0;
  for (let index = from + 1; index < to; index += 1) {
    const before = values[index - 1] ?? NaN;
    // A drop means that the counter restarted, so it counted on from zero.
    if ((values[index] ?? NaN) < before) sum += before;
  }
  return sum;
}
