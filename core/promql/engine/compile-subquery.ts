import type { Column } from '../columns/column.ts';
import type { Limits } from '../limits.ts';
import type { Subquery } from '../parser/expression.ts';
import { NAMELESS, type Block } from './block.ts';
import type { CompiledMatrix, CompiledVector } from './compiled.ts';
import { resolveTiming } from './resolve-timing.ts';
import { fail, timeAt, type Grid, type Run } from './run.ts';

/** Compiles `expr[1h:1m]`: the expression at each multiple of its step that some window of a step holds. */
export function compileSubquery(
  node: Subquery,
  inner: CompiledVector,
  limits: Limits,
): CompiledMatrix {
  const stepMs = node.stepMs ?? limits.subqueryStepMs;
  return {
    type: 'matrix',
    evaluate: (run) => {
      const grid = gridOf(run, node, stepMs);
      const block = inner.evaluate({ ...run, grid });
      return {
        timing: node,
        rangeMs: node.rangeMs,
        labels: block.labels,
        columns: toColumns(block, grid),
      };
    },
  };
}

function gridOf(run: Run, node: Subquery, stepMs: number): Grid {
  const { atMs, offsetMs } = resolveTiming(run, node);
  const firstMs = (atMs ?? run.grid.startMs) - offsetMs - node.rangeMs;
  const lastMs = (atMs ?? timeAt(run.grid, run.grid.steps - 1)) - offsetMs;
  const startMs = (Math.floor(firstMs / stepMs) + 1) * stepMs;
  const steps = Math.max(0, Math.floor((lastMs - startMs) / stepMs) + 1);
  if (steps > run.limits.steps) {
    throw fail(run, `exceeded the limit of ${run.limits.steps} steps`, node.span);
  }
  return { startMs, stepMs, steps };
}

function toColumns({ labels, values, flags }: Block, grid: Grid): (Column | null)[] {
  const { steps } = grid;
  const allTimes = Float64Array.from({ length: steps }, (_, step) => timeAt(grid, step));
  return labels.map((_, row) => {
    const rowFlags = flags.subarray(row * steps, (row + 1) * steps);
    const rowValues = values.subarray(row * steps, (row + 1) * steps);
    const drops = rowFlags.includes(NAMELESS) ? rowFlags.map((flag) => flag >> 1) : null;
    if (!rowFlags.includes(0)) return { times: allTimes, values: rowValues, stale: null, drops };
    const isPresent = (__: number, step: number) => rowFlags[step] !== 0;
    const times = allTimes.filter(isPresent);
    if (times.length === 0) return null;
    return {
      times,
      values: rowValues.filter(isPresent),
      stale: null,
      drops: drops?.filter(isPresent) ?? null,
    };
  });
}
