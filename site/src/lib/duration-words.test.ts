import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test.each([
  [0.5, '0.5 s'],
  [30, '30 s'],
  [60, '1 min'],
  [90, '90 s'],
  [240, '4 min'],
  [3600, '60 min'],
  [7200, '2 h'],
  [9000, '2 h 30 min'],
])('%d s is "%s"', (sec, expected) => {
  expect(durationWords(sec)).toBe(expected);
});
