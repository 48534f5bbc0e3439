import { expect, test } from 'vitest';
import { drawLogNormal, drawPoisson, pick, pickWeighted } from './distributions.ts';
import { seedRandom } from './seed-random.ts';

function sample(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

test.each([0.5, 12, 200])('a Poisson draw around %d has that mean and that variance', (mean) => {
  const random = seedRandom(1);
  const draws = sample(20_000, () => drawPoisson(mean, random));
  const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / draws.length;
  expect(average / mean).toBeCloseTo(1, 1);
  expect(variance / mean).toBeCloseTo(1, 1);
});

test('nothing arrives in no time', () => {
  expect(drawPoisson(0, seedRandom(1))).toBe(0);
});

test('half of the log-normal draws lie below the median', () => {
  const random = seedRandom(2);
  const below = sample(20_000, () => drawLogNormal(0.09, 0.6, random)).filter((x) => x < 0.09);
  expect(below.length / 20_000).toBeCloseTo(0.5, 1);
});

test.each([
  [0, 'a'],
  [0.74, 'a'],
  [0.76, 'b'],
])('a draw of %d lands on %s when a weighs three times b', (draw, expected) => {
  const items = [
    { name: 'a', weight: 3 },
    { name: 'b', weight: 1 },
  ];
  expect(pickWeighted(items, () => draw).name).toBe(expected);
});

test('picking from nothing says so', () => {
  expect(() => pick([], () => 0)).toThrow('Cannot pick: no items');
});
