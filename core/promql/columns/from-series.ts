import { createLabelPool, internLabels } from '../labels/label-pool.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Column } from './column.ts';
import { indexLabels } from './series-index.ts';
import type { Window } from './window.ts';

/** The value of a sample that says: here the series ends. */
export const STALE: unique symbol = Symbol.for('promql.stale');

export type SampleValue = number | typeof STALE;

/** A series as an object; `labels` include `__name__`, times are in milliseconds. */
export type Series = {
  labels: Readonly<Record<string, string>>;
  samples: readonly (readonly [timeMs: number, value: SampleValue])[];
};

/**
 * A window of series in any order. Series of equal labels are one; of samples of one time the last counts. Times may
 * come in any order.
 */
export function fromSeries(series: readonly Series[]): Window {
  const pool = createLabelPool();
  const samplesOf = new Map<LabelSet, Series['samples'][]>();
  for (const { labels, samples } of series) {
    const set = internLabels(pool, Object.entries(labels));
    const parts = samplesOf.get(set);
    if (parts) parts.push(samples);
    else samplesOf.set(set, [samples]);
  }
  const labels = [...samplesOf.keys()];
  const columns = Array.from(samplesOf.values(), (parts) => toColumn(parts.flat()));
  return { index: indexLabels(pool, labels), columns };
}

function toColumn(samples: Series['samples']): Column | null {
  if (samples.length === 0) return null;
  const isSorted = samples.every(
    ([timeMs], index) => timeMs > (samples[index - 1]?.[0] ?? -Infinity),
  );
  const sorted = isSorted ? samples : [...new Map(samples)].toSorted(([a], [b]) => a - b);
  const values = sorted.map(([, value]) => value);
  const isStale = values.includes(STALE);
  return {
    times: Float64Array.from(sorted, ([timeMs]) => timeMs),
    values: Float64Array.from(values, (value) => (value === STALE ? NaN : value)),
    stale: isStale ? Uint8Array.from(values, (value) => (value === STALE ? 1 : 0)) : null,
    drops: null,
  };
}
