import type { Column } from '../columns/column.ts';
import type { VectorSelector } from '../parser/expression.ts';
import { applyRange, type Samples } from './apply-range.ts';
import type { Block } from './block.ts';
import type { Run } from './run.ts';
import { createSelect } from './select-series.ts';

/**
 * Compiles an instant selector: of each series the newest sample that is younger than the lookback, unless that is a
 * marker of staleness. `read` says what of the sample becomes the value.
 */
export function compileSelector(
  selector: VectorSelector,
  read: (samples: Samples) => number,
): (run: Run) => Block {
  const select = createSelect(selector.matchers);
  const apply = (samples: Samples) =>
    samples.stale?.[samples.to - 1] === 1 ? null : read(samples);
  return (run) => {
    const { labels, ids } = select(run.window.index);
    const columns = ids.map((id): Column | null => run.window.columns[id] ?? null);
    const source = { timing: selector, rangeMs: run.limits.lookbackMs, labels, columns };
    return applyRange(run, source, { apply, scalars: [], minSamples: 1, keepsName: true });
  };
}

export function readValue({ values, to }: Samples): number {
  return values[to - 1] ?? NaN;
}

/** The time of a sample in seconds, for `timestamp`. */
export function readTime({ times, to }: Samples): number {
  return (times[to - 1] ?? NaN) / 1000;
}
