import { createBlock, PRESENT, type Block } from '../engine/block.ts';
import { groupLabels } from '../engine/group-labels.ts';
import { fail, type Run } from '../engine/run.ts';
import { formatNumber } from '../format-number.ts';
import { setLabels } from '../labels/label-pool.ts';
import type { LabelSet } from '../labels/label-set.ts';
import { isLabelName } from '../parser/is-label-name.ts';
import type { Aggregation } from '../parser/expression.ts';
import { defineAggregator, type Grouped } from './aggregator.ts';

/** How many samples of a group have each value; the value becomes a label. */
export const countValues = defineAggregator('count_values', 'string', (run, grouped) => {
  const { node, block } = grouped;
  const label = node.param?.kind === 'string' ? node.param.value : '';
  if (!isLabelName(label)) {
    throw fail(run, `invalid label name ${JSON.stringify(label)}`, node.param?.span ?? node.span);
  }
  const rows = new Map<LabelSet, number>();
  const targets = Int32Array.from(block.values, (value, cell) => {
    if (block.flags[cell] === 0) return -1;
    const set = labelsOf(run, node, { set: rowLabels(run, grouped, cell), label, value });
    const row = rows.get(set) ?? rows.size;
    rows.set(set, row);
    return row;
  });
  return countTargets(run, [...rows.keys()], targets);
});

type Valued = { set: LabelSet; label: string; value: number };

function labelsOf(run: Run, node: Aggregation, { set, label, value }: Valued): LabelSet {
  const { pool } = run.window.index;
  const valued = setLabels(pool, set, [[label, formatNumber(value)]]);
  const grouping = node.without ? node.grouping : [...node.grouping, label];
  return groupLabels(pool, valued, { grouping, without: node.without });
}

function rowLabels(run: Run, { block }: Grouped, cell: number): LabelSet {
  return block.labels[Math.floor(cell / run.grid.steps)] ?? run.window.index.pool.empty;
}

function countTargets(run: Run, labels: readonly LabelSet[], targets: Int32Array): Block {
  const { steps } = run.grid;
  const block = createBlock(run, labels);
  for (let cell = 0; cell < targets.length; cell += 1) {
    const row = targets[cell] ?? -1;
    if (row < 0) continue;
    const target = row * steps + (cell % steps);
    block.values[target] = (block.values[target] ?? 0) + 1;
    block.flags[target] = PRESENT;
  }
  return block;
}
