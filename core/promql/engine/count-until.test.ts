import { expect, test } from 'vitest';
import { countUntil } from './count-until.ts';

const times = Float64Array.of(10, 20, 30);

test.each([
  [5, 0],
  [10, 1],
  [19, 1],
  [30, 3],
  [99, 3],
])('until %d there are %d', (timeMs, expected) => {
  expect(countUntil(times, timeMs)).toBe(expected);
});
