import { dropLabels, type LabelPool } from '../labels/label-pool.ts';
import { getLabel, type LabelSet } from '../labels/label-set.ts';
import type { Span } from '../position.ts';
import { createBlock, NAMELESS, type Block } from './block.ts';
import type { Buckets } from './buckets.ts';
import type { CompiledVector } from './compiled.ts';
import { hasValue } from './has-value.ts';
import { keepMade } from './keep-made.ts';
import { nameMetric, note } from './notes.ts';
import { parseBound } from './parse-bound.ts';
import type { Run } from './run.ts';

/** Computes one value from the buckets of a histogram at a step. */
type Compute = (buckets: Buckets, place: { step: number; labels: LabelSet }) => number;

/** The histograms among rows: the labels of each, and its rows with their bounds, rising. */
type Histograms = {
  labels: readonly LabelSet[];
  members: readonly (readonly { row: number; bound: number }[])[];
  /** Rows whose bound is none. */
  malformed: readonly number[];
};

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
      warnMalformed(run, { block, rows: histograms.malformed, span });
      return computeAll(run, block, { histograms, compute });
    },
  };
}

function findHistograms(pool: LabelPool, rows: readonly LabelSet[]): Histograms {
  const members = new Map<LabelSet, { row: number; bound: number }[]>();
  const malformed: number[] = [];
  for (const [row, set] of rows.entries()) {
    const bound = parseBound(getLabel(set, 'le'));
    if (bound === null) {
      malformed.push(row);
      continue;
    }
    const labels = dropLabels(pool, set, ['le']);
    const known = members.get(labels);
    if (known) known.push({ row, bound });
    else members.set(labels, [{ row, bound }]);
  }
  for (const list of members.values()) list.sort((a, b) => a.bound - b.bound);
  return { labels: [...members.keys()], members: [...members.values()], malformed };
}

type Malformed = { block: Block; rows: readonly number[]; span: Span };

function warnMalformed(run: Run, { block, rows, span }: Malformed): void {
  for (const row of rows) {
    const set = block.labels[row];
    if (!set || !hasValue(block, row)) continue;
    const value = JSON.stringify(getLabel(set, 'le'));
    const message = `bucket label "le" is missing or has a malformed value of ${value}${nameMetric(set)}`;
    note(run, { kind: 'warnings', message, span });
  }
}

type Computed = { histograms: Histograms; compute: Compute };

function computeAll(run: Run, from: Block, { histograms, compute }: Computed): Block {
  const { steps } = run.grid;
  const block = createBlock(run, histograms.labels);
  for (const [index, labels] of histograms.labels.entries()) {
    for (let step = 0; step < steps; step += 1) {
      const buckets = gather(from, histograms.members[index] ?? [], { step, steps });
      if (buckets.bounds.length === 0) continue;
      block.values[index * steps + step] = compute(buckets, { step, labels });
      block.flags[index * steps + step] = NAMELESS;
    }
  }
  return block;
}

type Member = Histograms['members'][number][number];

function gather(
  { values, flags }: Block,
  members: readonly Member[],
  { step, steps }: { step: number; steps: number },
): Buckets {
  const buckets: Buckets = { bounds: [], counts: [] };
  for (const { row, bound } of members) {
    if (flags[row * steps + step] === 0) continue;
    buckets.bounds.push(bound);
    buckets.counts.push(values[row * steps + step] ?? NaN);
  }
  return buckets;
}
