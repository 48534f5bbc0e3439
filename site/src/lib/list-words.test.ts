import { expect, test } from 'vitest';
import { listWords } from './list-words.ts';

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('%j is listed as "%s"', (names, expected) => {
  expect(listWords(names)).toBe(expected);
});
