import { expect, test } from 'vitest';
import { addToMean, finishMean, startMean } from './mean.ts';

test.each([
  [[1], 1],
  [[1, 2, 6], 3],
  [[1e100, 1, -1e100], 1 / 3],
  [[1.7e308, 1.7e308], 1.7e308],
  [[1.7e308, 1.7e308, -1.7e308, -1.7e308], 0],
  [[Infinity, 1], Infinity],
  [[Infinity, -Infinity], NaN],
  [[NaN, 1], NaN],
])('the mean of %j is %d', ([first = NaN, ...rest], expected) => {
  const mean = startMean(first);
  for (const value of rest) addToMean(mean, value);
  const scale = Math.max(Math.abs(first), 1);
  const isSame = Object.is(finishMean(mean), expected);
  expect(isSame || Math.abs(finishMean(mean) - expected) / scale < 1e-15).toBe(true);
});
