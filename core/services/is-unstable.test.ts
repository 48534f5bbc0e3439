import { expect, test } from 'vitest';
import { isUnstable } from './is-unstable.ts';
import type { RoundResult } from './round-result.ts';

const LETTERS: Record<string, RoundResult> = { u: 'up', d: 'down', '-': 'none' };
const results = (letters: string) => Array.from(letters, (letter) => LETTERS[letter] ?? 'none');

test.each([
  ['u'.repeat(20), false, false],
  ['ud'.repeat(10), false, true],
  // 6 changes in 20 rounds enter, 5 keep, 4 leave.
  ['uuuuuuuuuuuuuududududu'.slice(-20), false, true],
  ['uuuuuuuuuuuuuuududud'.slice(-20), false, false],
  ['uuuuuuuuuuuuuuududud'.slice(-20), true, true],
  ['uuuuuuuuuuuuuuuududu'.slice(-20), true, false],
  // One change in a young record is a start, not a flap.
  ['ud', false, false],
  ['u-u-u-u-u-u-u-u-u-u-', false, false],
])('%s, unstable before: %s, is %s', (letters, before, expected) => {
  expect(isUnstable(results(letters), before)).toBe(expected);
});
