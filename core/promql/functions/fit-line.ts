import type { Samples } from '../engine/apply-range.ts';
import { lostInSum } from '../engine/kahan.ts';

/** A line through samples: its slope per second, and its value at a time. */
export type Line = { slope: number; intercept: number };

/** The line of least squares through two samples or more; `zeroMs` is where the intercept is. */
export function fitLine({ times, values, from, to }: Samples, zeroMs: number): Line {
  const first = values[from] ?? NaN;
  const count = to - from;
  const x = (index: number) => ((times[index] ?? NaN) - zeroMs) / 1000;
  const y = (index: number) => values[index] ?? NaN;
  const sum = (term: (index: number) => number) => {
    let total = 0;
    let lost = 0;
    for (let index = from; index < to; index += 1) {
      const value = term(index);
      lost = lostInSum(total, value, lost);
      total += value;
    }
    return total + lost;
  };
  if (values.subarray(from, to).every((value) => value === first)) {
    const isInfinite = Math.abs(first) === Infinity;
    return isInfinite ? { slope: NaN, intercept: NaN } : { slope: 0, intercept: first };
  }
  const xs = sum(x);
  const ys = sum(y);
  const covariance = sum((index) => x(index) * y(index)) - (xs * ys) / count;
  const slope = covariance / (sum((index) => x(index) * x(index)) - (xs * xs) / count);
  return { slope, intercept: ys / count - (slope * xs) / count };
}
