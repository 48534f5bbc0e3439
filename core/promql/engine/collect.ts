import { dropName } from '../labels/label-pool.ts';
import { compareLabels, toRecord, type LabelSet } from '../labels/label-set.ts';
import type { MatrixResult, Point, VectorResult } from '../result.ts';
import { NAMELESS, PRESENT, type Block } from './block.ts';
import type { RangeSource } from './compiled.ts';
import { createBounds, findBounds } from './range-bounds.ts';
import { fail, spend, timeAt, type Run } from './run.ts';

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
  const points = new Map<LabelSet, Point[]>();
  for (const [cell, flag] of block.flags.entries()) {
    if (flag === 0) continue;
    const labels = labelsOf(run, block.labels[Math.floor(cell / steps)], flag);
    addPoint(points, labels, [timeAt(run.grid, cell % steps), block.values[cell] ?? NaN]);
  }
  return toMatrix(run, points);
}

/** The samples that a range selector or a subquery holds at the one step of an instant query. */
export function collectSamples(run: Run, source: RangeSource): MatrixResult {
  const bounds = createBounds(run, source);
  const points = new Map<LabelSet, Point[]>();
  for (const [row, column] of source.columns.entries()) {
    if (!column) continue;
    const { times, values, drops } = column;
    findBounds(bounds, times);
    const [from = 0] = bounds.from;
    const [to = 0] = bounds.to;
    spend(run, to - from);
    for (let index = from; index < to; index += 1) {
      const labels = labelsOf(run, source.labels[row], drops?.[index] === 1 ? NAMELESS : PRESENT);
      addPoint(points, labels, [times[index] ?? NaN, values[index] ?? NaN]);
    }
  }
  return toMatrix(run, points);
}

function addPoint(points: Map<LabelSet, Point[]>, labels: LabelSet, point: Point): void {
  const list = points.get(labels);
  if (list) list.push(point);
  else points.set(labels, [point]);
}

function toMatrix(run: Run, points: ReadonlyMap<LabelSet, Point[]>): MatrixResult {
  const sorted = [...points].toSorted(([a], [b]) => compareLabels(a, b));
  const series = sorted.map(([labels, list]) => {
    list.sort(([a], [b]) => a - b);
    if (list.some(([timeMs], index) => timeMs === list[index - 1]?.[0])) throw twice(run);
    return { labels: toRecord(labels), points: list };
  });
  return { type: 'matrix', series };
}

function labelsOf(run: Run, labels: LabelSet | undefined, flag: number): LabelSet {
  const { pool } = run.window.index;
  const set = labels ?? pool.empty;
  return flag === NAMELESS ? dropName(pool, set) : set;
}

function twice(run: Run): Error {
  return fail(run, 'vector cannot contain metrics with the same labelset');
}
