import { lostInSum } from '../engine/kahan.ts';
import type { Samples } from '../engine/apply-range.ts';

/** The variance of a population of one sample or more, in one pass (B. P. Welford). */
export function variance({ values, from, to }: Samples): number {
  let mean = 0;
  let lostOfMean = 0;
  let squares = 0;
  let lostOfSquares = 0;
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? NaN;
    const delta = value - (mean + lostOfMean);
    const part = delta / (index - from + 1);
    lostOfMean = lostInSum(mean, part, lostOfMean);
    mean += part;
    const square = delta * (value - (mean + lostOfMean));
    lostOfSquares = lostInSum(squares, square, lostOfSquares);
    squares += square;
  }
  return (squares + lostOfSquares) / (to - from);
}
