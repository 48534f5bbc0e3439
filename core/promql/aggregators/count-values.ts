import { createBlock, PRESENT } from '../engine/block.ts';
import { groupLabels } from '../engine/group-labels.ts';
import { numberLabels } from '../engine/number-labels.ts';
import { fail } from '../engine/run.ts';
import { formatNumber } from '../format-number.ts';
import { setLabels } from '../labels/label-pool.ts';
import { isLabelName } from '../parser/is-label-name.ts';
import { defineAggregator } from './aggregator.ts';

/** How many samples of a group have each value; the value becomes a label. */
export const countValues = defineAggregator('count_values', 'string', (run, { node, block }) => {
  const { pool } = run.window.index;
  const { steps } = run.grid;
  const label = node.param?.kind === 'string' ? node.param.value : '';
  if (!isLabelName(label)) throw fail(run, `invalid label name "${label}"`, node.span);
  const grouping = node.without ? node.grouping : [...node.grouping, label];
  const cells = [...block.flags.keys()].filter((cell) => block.flags[cell] !== 0);
  const sets = cells.map((cell) => {
    const row = block.labels[Math.floor(cell / steps)] ?? pool.empty;
    const valued = setLabels(pool, row, [[label, formatNumber(block.values[cell] ?? NaN)]]);
    return groupLabels(pool, valued, { grouping, without: node.without });
  });
  const { labels, numbers } = numberLabels(sets);
  const result = createBlock(run, labels);
  for (const [index, cell] of cells.entries()) {
    const target = (numbers[index] ?? 0) * steps + (cell % steps);
    result.values[target] = (result.values[target] ?? 0) + 1;
    result.flags[target] = PRESENT;
  }
  return result;
});
