import type { Aggregator } from './aggregator.ts';
import { defineReducer } from './define-reducer.ts';

/** What is made of the variance of a population, found in one pass as B. P. Welford does. */
export function defineSpread(name: string, finish: (variance: number) => number): Aggregator {
  return defineReducer(name, (size) => {
    const counts = new Float64Array(size);
    const means = new Float64Array(size);
    const squares = new Float64Array(size);
    return {
      add: (cell, value, isFirst) => {
        const count = (counts[cell] ?? 0) + 1;
        const mean = isFirst ? value : (means[cell] ?? 0);
        const delta = value - mean;
        const moved = mean + delta / count;
        counts[cell] = count;
        means[cell] = isFirst ? value : moved;
        squares[cell] = isFirst
          ? firstSquare(value)
          : (squares[cell] ?? 0) + delta * (value - moved);
      },
      finish: (cell) => finish((squares[cell] ?? NaN) / (counts[cell] ?? NaN)),
    };
  });
}

function firstSquare(value: number): number {
  return Number.isFinite(value) ? 0 : NaN;
}
