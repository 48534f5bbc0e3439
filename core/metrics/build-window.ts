import type { Frame } from './frame.ts';
import type { Labels } from './labels.ts';
import { readSeries } from './read-series.ts';
import type { Column, MetricWindow } from './window.ts';

const MOST_LABELS = 100;

type Series = {
  labels: Labels;
  times: number[];
  values: number[];
  /** Places in `times` where it ended. */
  ends: number[];
  isAlive: boolean;
};

/**
 * The frames since the first of these slots as columns; the slots are those that should have one, rising. A series that a frame lacks and the one before had has ended there: when the
 * origin gave no answer, all of its series have. One of another process is left alone, unless the process that answers
 * began after the other was last seen: then it took its place. A slot without a frame says nothing at all.
 */
export function buildWindow(
  frames: ReadonlyMap<number, Frame>,
  slots: readonly number[],
): MetricWindow {
  const all = new Map<string, Series>();
  const seenMs = new Map<string, number>();
  const sinceMs = slots[0] ?? Infinity;
  const present = [...frames.values()]
    .filter(({ slotMs }) => slotMs >= sinceMs)
    .toSorted((a, b) => a.slotMs - b.slotMs);
  for (const frame of present) {
    for (const [at, key] of frame.keys.entries()) {
      addSample(seriesOf(all, key), frame.atMs, frame.values[at] ?? NaN);
    }
    if (frame.isPartial) continue;
    const keys = new Set(frame.keys);
    for (const [key, series] of all) {
      if (series.isAlive && !keys.has(key) && hasEnded(series, frame, seenMs)) {
        endSeries(series, frame.atMs);
      }
    }
    if (frame.instance !== null) seenMs.set(frame.instance, frame.atMs);
  }
  const series = [...all.values()];
  return {
    labels: series.map(({ labels }) => labels),
    columns: toColumns(series),
    slots: slots.filter((slotMs) => frames.has(slotMs)),
    missing: slots.filter((slotMs) => !frames.has(slotMs)),
  };
}

function seriesOf(all: Map<string, Series>, key: string): Series {
  const known = all.get(key);
  if (known !== undefined) return known;
  const read = readSeries(key, 0, MOST_LABELS);
  const labels = read.kind === 'series' ? read.labels : { __name__: key };
  const series = { labels, times: [], values: [], ends: [], isAlive: false };
  all.set(key, series);
  return series;
}

// Frames come in the order of their slots; one that was asked for late is not put before another.
function addSample(series: Series, atMs: number, value: number) {
  if (atMs <= (series.times.at(-1) ?? -Infinity)) return;
  series.times.push(atMs);
  series.values.push(value);
  series.isAlive = true;
}

function hasEnded({ labels }: Series, frame: Frame, seenMs: ReadonlyMap<string, number>): boolean {
  const { instance } = labels;
  if (frame.reason !== null || instance === undefined || instance === frame.instance) return true;
  const lastMs = seenMs.get(instance);
  return frame.startMs !== null && lastMs !== undefined && frame.startMs > lastMs;
}

function endSeries(series: Series, atMs: number) {
  series.isAlive = false;
  if (atMs <= (series.times.at(-1) ?? -Infinity)) return;
  series.ends.push(series.times.length);
  series.times.push(atMs);
  series.values.push(NaN);
}

function toColumns(all: readonly Series[]): Column[] {
  const shared = new Map<string, Float64Array>();
  return all.map(({ times, values, ends }) => {
    const name = `${times.length} ${times[0]} ${times.at(-1)}`;
    const known = shared.get(name);
    const isSame = known !== undefined && times.every((time, at) => time === known[at]);
    const column = isSame ? known : Float64Array.from(times);
    shared.set(name, column);
    return {
      times: column,
      values: Float64Array.from(values),
      stale: ends.length === 0 ? null : markEnds(times.length, ends),
    };
  });
}

function markEnds(length: number, ends: readonly number[]): Uint8Array {
  const stale = new Uint8Array(length);
  for (const at of ends) stale[at] = 1;
  return stale;
}
