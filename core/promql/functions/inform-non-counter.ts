import { inform } from '../engine/notes.ts';
import type { Run } from '../engine/run.ts';
import { getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { RangeResult } from './define-range.ts';

const COUNTER = /_(?:total|sum|count|bucket)$/;

/** Leaves a note where a rate is taken of what is no counter by its name. */
export function createNonCounterNote(): (run: Run, result: RangeResult) => void {
  let known: { labels: readonly LabelSet[]; rows: readonly number[] } | null = null;
  return (run, { call, block }) => {
    if (known?.labels !== block.labels)
      known = { labels: block.labels, rows: listRows(block.labels) };
    const { steps } = run.grid;
    const [arg = call] = call.args;
    for (const row of known.rows) {
      if (!block.flags.subarray(row * steps, (row + 1) * steps).some((flag) => flag !== 0))
        continue;
      const name = getLabel(block.labels[row] ?? run.window.index.pool.empty, METRIC_NAME);
      const message = `metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "${name}"`;
      inform(run, message, arg.span);
    }
  };
}

function listRows(labels: readonly LabelSet[]): number[] {
  return labels.flatMap((set, row) => {
    const name = getLabel(set, METRIC_NAME);
    return name === '' || COUNTER.test(name) ? [] : [row];
  });
}
