import { expect, test } from 'vitest';
import { sparkPath } from './spark.ts';

test.each<[string, (number | null)[], string]>([
  ['nothing measured draws nothing', [null, null], ''],
  ['a steady value runs through the middle', [50, 50], 'M0 12h0h1'],
  ['the highest value touches the top, zero the bottom', [0, 100, 10], 'M0 23h0l1 -22l1 20'],
  ['a missing value is a gap', [50, null, 50], 'M0 12h0M2 12h0'],
  ['nothing but zeros is a line at the bottom', [0, 0], 'M0 23h0h1'],
])('%s', (_rule, values, expected) => {
  expect(sparkPath(values)).toBe(expected);
});
