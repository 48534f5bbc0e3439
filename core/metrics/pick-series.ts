import type { Samples } from './exposition-state.ts';
import { formatSeries } from './format-series.ts';
import type { Labels } from './labels.ts';
import type { SeriesIndex } from './series-index.ts';

/** A series, by its text, and its value. */
export type Point = { key: string; value: number };

/** Who answered, and what it gave of what was asked for. */
export type Picked = {
  instance: string | null;
  startMs: number | null;
  points: Point[];
  dropped: number;
};

type Options = {
  /** In order of importance. */
  families: readonly string[];
  instanceInfo: string;
  startTime: string;
  /** How many series have room. */
  most: number;
};

const PART = /_(?:bucket|count|sum)$/;

/**
 * The samples of a scrape that are used, the most important families first and then in the order of the text. Each gets
 * the label `instance` of the process that answered: two processes behind one address count for themselves, and a new
 * one begins at its own zero.
 */
export function pickSeries(samples: Samples, index: SeriesIndex, options: Options): Picked {
  const { families, instanceInfo, startTime, most } = options;
  const ranked = families.map((): { labels: Labels; value: number }[] => []);
  let instance: string | null = null;
  let startMs: number | null = null;
  for (let at = 0; at < samples.count; at += 1) {
    const labels = index.labels[samples.series[at] ?? -1] ?? {};
    const value = samples.values[at] ?? NaN;
    const name = labels['__name__'] ?? '';
    if (name === instanceInfo) instance = labels['instance'] ?? null;
    if (name === startTime && Number.isFinite(value)) startMs = value * 1000;
    const rank = families.includes(name)
      ? families.indexOf(name)
      : families.indexOf(name.replace(PART, ''));
    ranked[rank]?.push({ labels, value });
  }
  const all = ranked.flat();
  const points = all.slice(0, most).map(({ labels, value }) => ({
    key: formatSeries(instance === null ? labels : { instance, ...labels }),
    value,
  }));
  return { instance, startMs, points, dropped: all.length - points.length };
}
