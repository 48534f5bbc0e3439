import { expect, test } from 'vitest';
import { matchGlob } from './match-glob.ts';

test.each([
  ['*', 'a\nb', true],
  ['frame:*:latest', 'frame:shop:latest', true],
  ['frame:*', 'frames', false],
  ['h?llo', 'hello', true],
  ['h?llo', 'hllo', false],
  ['h[ae]llo', 'hallo', true],
  ['h[^ae]llo', 'hallo', false],
  ['h[a-c]llo', 'hbllo', true],
  ['h[c-a]llo', 'hbllo', true],
  ['h\\*', 'h*', true],
  ['h\\*', 'hello', false],
  ['[\\]]', ']', true],
  ['[a.c]', 'b', false],
  ['a.c', 'abc', false],
  ['a[bc', 'ab', true],
  ['[]', 'a', false],
  ['', 'a', false],
])('the pattern %j on %j is %j', (pattern, text, expected) => {
  expect(matchGlob(pattern)(text)).toBe(expected);
});
