import { formatShort } from '../format-number.ts';
import { getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Span } from '../position.ts';
import type { Forced } from './buckets.ts';
import { inform } from './notes.ts';
import { timeAt, type Run } from './run.ts';

type Seen = Forced & { count: number; fromMs: number; toMs: number };

const DOCS = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile';

/** Gathers, for each metric, where the counts of its buckets had to be raised, and leaves one note of it. */
export type ForcedNotes = Map<string, Seen>;

export function addForced(
  notes: ForcedNotes,
  forced: Forced,
  { run, step, labels }: { run: Run; step: number; labels: LabelSet },
): void {
  const name = getLabel(labels, METRIC_NAME);
  const timeMs = timeAt(run.grid, step);
  const seen = notes.get(name) ?? { ...forced, count: 0, fromMs: timeMs, toMs: timeMs };
  notes.set(name, {
    count: seen.count + 1,
    minBound: Math.min(seen.minBound, forced.minBound),
    maxBound: Math.max(seen.maxBound, forced.maxBound),
    maxDiff: Math.max(seen.maxDiff, forced.maxDiff),
    fromMs: Math.min(seen.fromMs, timeMs),
    toMs: Math.max(seen.toMs, timeMs),
  });
}

export function leaveForced(run: Run, notes: ForcedNotes, span: Span): void {
  for (const [name, seen] of notes) {
    const metric = name === '' ? '' : ` for metric name ${JSON.stringify(name)}`;
    const bounds = `from buckets ${formatShort(seen.minBound)} to ${formatShort(seen.maxBound)}`;
    const diff = formatShort(Number(seen.maxDiff.toPrecision(2)));
    const times = `from ${formatTime(seen.fromMs)} to ${formatTime(seen.toMs)}`;
    const message =
      `input to histogram_quantile needed to be fixed for monotonicity (see ${DOCS})${metric}, ` +
      `${bounds}, with a max diff of ${diff}, over ${seen.count} samples ${times}`;
    inform(run, message, span);
  }
}

function formatTime(timeMs: number): string {
  return new Date(Math.trunc(timeMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
