import { hasValue } from '../engine/has-value.ts';
import { keepMade } from '../engine/keep-made.ts';
import { note } from '../engine/notes.ts';
import type { Run } from '../engine/run.ts';
import { getLabel, METRIC_NAME } from '../labels/label-set.ts';
import type { RangeResult } from './define-range.ts';

const COUNTER = /^$|_(?:total|sum|count|bucket)$/;

/** Leaves a note where a rate is taken of what is no counter by its name. */
export function createNonCounterNote(): (run: Run, result: RangeResult) => void {
  const listOthers = keepMade((_, labels) =>
    labels.flatMap((set, row) => {
      const name = getLabel(set, METRIC_NAME);
      return COUNTER.test(name) ? [] : [{ name, row }];
    }),
  );
  return (run, { call, block }) => {
    for (const { name, row } of listOthers(run, block.labels)) {
      if (!hasValue(block, row)) continue;
      const message = `metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "${name}"`;
      note(run, { kind: 'infos', message, span: call.args[0]?.span ?? call.span });
    }
  };
}
