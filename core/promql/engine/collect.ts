import { dropName } from '../labels/label-pool.ts';
import { compareLabels, toRecord, type LabelSet } from '../labels/label-set.ts';
import type { MatrixResult, Point, ScalarResult, VectorResult } from '../result.ts';
import { NAMELESS, type Block } from './block.ts';
import { countUntil } from './count-until.ts';
import type { RangeSource } from './compiled.ts';
import { createBounds } from './range-bounds.ts';
import { fail, spend, timeAt, type Run } from './run.ts';

export function collectScalar([value = NaN]: Float64Array): ScalarResult {
  return { type: 'scalar', value };
}

/** The samples of a block of one step, in the order of its rows. Throws a `PromqlError` where two have equal labels. */
export function collectVector(run: Run, block: Block): VectorResult {
  const seen = new Set<LabelSet>();
  const series: VectorResult['series'] = [];
  for (const [row, flag] of block.flags.entries()) {
    if (flag === 0) continue;
    const labels = labelsOf(run, block.labels[row], flag);
    if (seen.has(labels)) throw twice(run);
    seen.add(labels);
    series.push({ labels: toRecord(labels), value: block.values[row] ?? NaN });
  }
  return { type: 'vector', series };
}

/** The points of a block, series of equal labels being one, sorted. Throws a `PromqlError` where two have one time. */
export function collectMatrix(run: Run, block: Block): MatrixResult {
  const { steps } = run.grid;
  const points = new Map<LabelSet, (Point | undefined)[]>();
  for (const [cell, flag] of block.flags.entries()) {
    if (flag === 0) continue;
    const labels = labelsOf(run, block.labels[Math.floor(cell / steps)], flag);
    const list = points.get(labels) ?? Array<Point | undefined>(steps).fill(undefined);
    const step = cell % steps;
    if (list[step]) throw twice(run);
    list[step] = [timeAt(run.grid, step), block.values[cell] ?? NaN];
    points.set(labels, list);
  }
  return toMatrix(points);
}

/** The samples that a range selector or a subquery holds at the one step of an instant query. */
export function collectSamples(run: Run, source: RangeSource): MatrixResult {
  const { starts, ends } = createBounds(run, source);
  const points = new Map<LabelSet, Point[]>();
  for (const [row, column] of source.columns.entries()) {
    if (!column) continue;
    const from = countUntil(column.times, starts[0] ?? 0);
    const to = countUntil(column.times, ends[0] ?? 0);
    spend(run, to - from);
    for (let index = from; index < to; index += 1) {
      const flag = column.drops?.[index] === 1 ? NAMELESS : 1;
      const labels = labelsOf(run, source.labels[row], flag);
      const list = points.get(labels) ?? [];
      list.push([column.times[index] ?? NaN, column.values[index] ?? NaN]);
      points.set(labels, list);
    }
  }
  for (const list of points.values()) {
    list.sort(([a], [b]) => a - b);
    if (list.some(([timeMs], index) => timeMs === list[index - 1]?.[0])) throw twice(run);
  }
  return toMatrix(points);
}

function toMatrix(points: ReadonlyMap<LabelSet, (Point | undefined)[]>): MatrixResult {
  const series = [...points]
    .toSorted(([a], [b]) => compareLabels(a, b))
    .map(([labels, list]) => ({
      labels: toRecord(labels),
      points: list.filter((point) => point !== undefined),
    }));
  return { type: 'matrix', series };
}

function labelsOf(run: Run, labels: LabelSet | undefined, flag: number): LabelSet {
  const { pool } = run.window.index;
  const set = labels ?? pool.empty;
  return flag === NAMELESS ? dropName(pool, set) : set;
}

function twice(run: Run): Error {
  const message = 'vector cannot contain metrics with the same labelset';
  return fail(run, message, { start: 0, end: run.text.length });
}
