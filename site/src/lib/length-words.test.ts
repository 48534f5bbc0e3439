import { expect, test } from 'vitest';
import { lengthsInOneUnit, lengthWords } from './length-words.ts';

test.each([
  [30, '30 s'],
  [90, '90 s'],
  [120, '2 min'],
  [47_190, '786.5 min'],
  [125, '125 s'],
  [7_776_000, '129,600 min'],
  [119.5, '119.5 s'],
])('%d s is written %s', (sec, words) => {
  expect(lengthWords(sec)).toBe(words);
});

test('lengths that are added up have one unit, in which each of them is exact', () => {
  expect([86_400, 30, 9].map(lengthsInOneUnit([86_400, 30, 9]))).toEqual([
    '86,400 s',
    '30 s',
    '9 s',
  ]);
  expect([86_400, 30, 9].map(lengthsInOneUnit([86_400, 30]))[1]).toBe('0.5 min');
});
