import { expect, test } from 'vitest';
import { highestOfEach, sparkPath } from './spark.ts';

test.each<[string, (number | null)[], string]>([
  ['nothing measured draws nothing', [null, null], ''],
  ['a steady value runs through the middle', [50, 50], 'M0 8h0l1 0'],
  ['the highest value touches the top, zero the bottom', [0, 100, 10], 'M0 15h0l1-14 1 13'],
  ['a missing value is a gap', [50, null, 50], 'M0 8h0M2 8h0'],
  ['nothing but zeros is a line at the bottom', [0, 0], 'M0 15h0l1 0'],
])('%s', (_rule, values, expected) => {
  expect(sparkPath(values)).toBe(expected);
});

test('fewer points keep the peaks and the gaps', () => {
  expect(highestOfEach([1, 9, 4, null, null, null, 5], 3)).toEqual([9, null, 5]);
});
