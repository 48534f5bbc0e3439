import { dropLabels, type LabelPool } from '../labels/label-pool.ts';
import { getLabel, type LabelSet } from '../labels/label-set.ts';
import type { Span } from '../position.ts';
import { createBlock, NAMELESS, type Block } from './block.ts';
import type { Buckets } from './buckets.ts';
import type { CompiledVector } from './compiled.ts';
import { hasValue } from './has-value.ts';
import { keepMade } from './keep-made.ts';
import { nameMetric, note } from './notes.ts';
import { numberLabels } from './number-labels.ts';
import { parseBound } from './parse-bound.ts';
import type { Run } from './run.ts';

/** Computes one value from the buckets of a histogram at a step. */
type Compute = (buckets: Buckets, place: { step: number; labels: LabelSet }) => number;

/** Compiles a function of classic histograms: rows that differ in `le` only are one. `start` prepares an evaluation. */
export function compileHistogram(
  inner: CompiledVector['evaluate'],
  span: Span,
  start: (run: Run) => Compute,
): CompiledVector {
  const find = keepMade(findHistograms);
  return {
    type: 'vector',
    evaluate: (run) => {
      const compute = start(run);
      const block = inner(run);
      const histograms = find(run, block.labels);
      for (const { set, row } of histograms.others) {
        if (hasValue(block, row)) note(run, { kind: 'warnings', message: malformed(set), span });
      }
      return computeAll(run, block, { histograms, compute });
    },
  };
}

/** Rows with their bounds, rising, and others without; the labels of each histogram, and to which each row belongs. */
function findHistograms(pool: LabelPool, rows: readonly LabelSet[]) {
  const all = rows.map((set, row) => ({ set, row, bound: parseBound(getLabel(set, 'le')) }));
  const others = all.filter(({ bound }) => Number.isNaN(bound));
  const members = all.filter(({ bound }) => !Number.isNaN(bound));
  members.sort((a, b) => a.bound - b.bound);
  const sets = members.map(({ set }) => dropLabels(pool, set, ['le']));
  return { members, others, ...numberLabels(sets) };
}

function malformed(set: LabelSet): string {
  const bound = JSON.stringify(getLabel(set, 'le'));
  return `bucket label "le" is missing or has a malformed value of ${bound}${nameMetric(set)}`;
}

type Computed = { histograms: ReturnType<typeof findHistograms>; compute: Compute };

function computeAll(run: Run, from: Block, { histograms, compute }: Computed): Block {
  const { steps } = run.grid;
  const { members, labels, numbers } = histograms;
  const block = createBlock(run, labels);
  for (let step = 0; step < steps; step += 1) {
    const all = labels.map((): Buckets => ({ bounds: [], counts: [] }));
    for (const [index, { row, bound }] of members.entries()) {
      if (from.flags[row * steps + step] === 0) continue;
      const buckets = all[numbers[index] ?? 0];
      buckets?.bounds.push(bound);
      buckets?.counts.push(from.values[row * steps + step] ?? NaN);
    }
    for (const [row, set] of labels.entries()) {
      const buckets = all[row];
      if (!buckets || buckets.bounds.length === 0) continue;
      block.values[row * steps + step] = compute(buckets, { step, labels: set });
      block.flags[row * steps + step] = NAMELESS;
    }
  }
  return block;
}
