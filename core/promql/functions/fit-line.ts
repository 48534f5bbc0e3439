import { lostInSum } from '../engine/kahan.ts';
import type { Samples } from './define-range.ts';

/** A line through samples: its slope per second, and its value at a time. */
export type Line = { slope: number; intercept: number };

/** The line of least squares through two samples or more; `zeroMs` is where the intercept is. */
export function fitLine({ times, values, from, to }: Samples, zeroMs: number): Line {
  const first = values[from] ?? NaN;
  const x = createSum();
  const y = createSum();
  const xy = createSum();
  const xx = createSum();
  let isConstant = true;
  for (let index = from; index < to; index += 1) {
    const seconds = ((times[index] ?? NaN) - zeroMs) / 1000;
    const value = values[index] ?? NaN;
    if (index > from && value !== first) isConstant = false;
    addTo(x, seconds);
    addTo(y, value);
    addTo(xy, seconds * value);
    addTo(xx, seconds * seconds);
  }
  if (isConstant) return constantLine(first);
  return solve({ count: to - from, x: total(x), y: total(y), xy: total(xy), xx: total(xx) });
}

function constantLine(value: number): Line {
  const isInfinite = Math.abs(value) === Infinity;
  return isInfinite ? { slope: NaN, intercept: NaN } : { slope: 0, intercept: value };
}

type Sums = { count: number; x: number; y: number; xy: number; xx: number };

function solve({ count, x, y, xy, xx }: Sums): Line {
  const slope = (xy - (x * y) / count) / (xx - (x * x) / count);
  return { slope, intercept: y / count - (slope * x) / count };
}

type Sum = { sum: number; lost: number };

function createSum(): Sum {
  return { sum: 0, lost: 0 };
}

function addTo(state: Sum, value: number): void {
  state.lost = lostInSum(state.sum, value, state.lost);
  state.sum += value;
}

function total({ sum, lost }: Sum): number {
  return sum + lost;
}
