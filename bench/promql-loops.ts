// What someone would write by hand for one rule: loops over the series of a metric, and a Map of groups.
import type { BenchData, BenchSeries } from './promql-data.ts';
import { AT_MS } from './promql-data.ts';

/** A sample of an answer, by its labels. */
export type Answer = { labels: Record<string, string>; value: number }[];

export type Pick = (labels: Record<string, string>) => boolean;

/** The change of a counter over the last minutes, extrapolated as Prometheus does; null without two samples. */
function increaseOf({ values }: BenchSeries, times: Float64Array, rangeMs: number): number | null {
  const startMs = AT_MS - rangeMs;
  let from = 0;
  while (from < times.length && (times[from] ?? 0) <= startMs) from += 1;
  const last = times.length - 1;
  if (last - from < 1) return null;
  let change = (values[last] ?? NaN) - (values[from] ?? NaN);
  for (let index = from + 1; index <= last; index += 1) {
    const before = values[index - 1] ?? NaN;
    if ((values[index] ?? NaN) < before) change += before;
  }
  const firstMs = times[from] ?? NaN;
  const sampledMs = (times[last] ?? NaN) - firstMs;
  const meanMs = sampledMs / (last - from);
  let toStartMs = firstMs - startMs;
  if (toStartMs >= meanMs * 1.1) toStartMs = meanMs / 2;
  const first = values[from] ?? NaN;
  if (change > 0 && first >= 0) toStartMs = Math.min(toStartMs, sampledMs * (first / change));
  const gapMs = AT_MS - (times[last] ?? NaN);
  const toEndMs = gapMs >= meanMs * 1.1 ? meanMs / 2 : gapMs;
  return change * ((sampledMs + toStartMs + toEndMs) / sampledMs);
}

export function sumIncrease(
  { byName, times }: BenchData,
  { name, rangeMs, by, pick }: { name: string; rangeMs: number; by: string; pick?: Pick },
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const series of byName.get(name) ?? []) {
    if (pick && !pick(series.labels)) continue;
    const increase = increaseOf(series, times, rangeMs);
    if (increase === null) continue;
    const key = series.labels[by] ?? '';
    sums.set(key, (sums.get(key) ?? 0) + increase);
  }
  return sums;
}

export function eachIncrease(
  { byName, times }: BenchData,
  { name, rangeMs, pick }: { name: string; rangeMs: number; pick?: Pick },
): Answer {
  const answer: Answer = [];
  for (const series of byName.get(name) ?? []) {
    if (pick && !pick(series.labels)) continue;
    const value = increaseOf(series, times, rangeMs);
    if (value !== null) answer.push({ labels: series.bare, value });
  }
  return answer;
}

export function eachLast({ byName }: BenchData, name: string, pick?: Pick): Answer {
  const answer: Answer = [];
  for (const { labels, values } of byName.get(name) ?? []) {
    if (pick && !pick(labels)) continue;
    answer.push({ labels, value: values[values.length - 1] ?? NaN });
  }
  return answer;
}

/** Folds the values of the last minutes of each series. */
export function eachWindow(
  { byName, times }: BenchData,
  { name, rangeMs, pick }: { name: string; rangeMs: number; pick?: Pick },
  fold: (values: Float64Array, from: number) => number,
): Answer {
  let from = 0;
  while (from < times.length && (times[from] ?? 0) <= AT_MS - rangeMs) from += 1;
  const answer: Answer = [];
  for (const { labels, bare, values } of byName.get(name) ?? []) {
    if (pick && !pick(labels)) continue;
    answer.push({ labels: bare, value: fold(values, from) });
  }
  return answer;
}

export function quantileOf(
  q: number,
  buckets: readonly { bound: number; count: number }[],
): number {
  const sorted = buckets.toSorted((a, b) => a.bound - b.bound);
  const all = sorted.at(-1)?.count ?? 0;
  const rank = q * all;
  const found = sorted.findIndex(({ count }) => count >= rank);
  const { bound = NaN, count = NaN } = sorted[found] ?? {};
  if (bound === Infinity) return sorted.at(-2)?.bound ?? NaN;
  const { bound: start = 0, count: below = 0 } = sorted[found - 1] ?? {};
  return start + (bound - start) * ((rank - below) / (count - below));
}

/** The value in so many seconds after the last of samples that are a minute apart. */
export function predict(values: Float64Array, seconds: number): number {
  let [x, y, xy, xx] = [0, 0, 0, 0];
  const count = values.length;
  for (let index = 0; index < count; index += 1) {
    const at = (index - count + 1) * 60;
    const value = values[index] ?? NaN;
    x += at;
    y += value;
    xy += at * value;
    xx += at * at;
  }
  const slope = (xy - (x * y) / count) / (xx - (x * x) / count);
  return slope * seconds + (y / count - (slope * x) / count);
}
