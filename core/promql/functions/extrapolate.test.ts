import { expect, test } from 'vitest';
import { extrapolate } from './extrapolate.ts';

test.each([
  // From border to border.
  [[0, 60], [20, 80], [-10, 70], 80],
  // A counter is never thought to have been below zero.
  [[0, 60], [5, 65], [-20, 60], 65],
  // Over a gap of more than 1.1 distances it goes on for half a distance.
  [[0, 60], [500, 560], [-100, 200], 120],
  // What was counted before a restart counts.
  [[0, 30, 60], [100, 20, 30], [0, 60], 30],
])('samples at %j s of %j in a window of %j s grow by %d', (seconds, values, window, expected) => {
  const [start = 0, end = 0] = window;
  const samples = {
    times: Float64Array.from(seconds, (second) => second * 1000),
    values: Float64Array.from(values),
    stale: null,
    from: 0,
    to: values.length,
    startMs: start * 1000,
    endMs: end * 1000,
    nowMs: end * 1000,
    args: new Float64Array(),
  };
  expect(extrapolate(samples, true)).toBeCloseTo(expected, 9);
});
