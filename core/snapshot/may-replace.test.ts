import { expect, test } from 'vitest';
import { mayReplace } from './may-replace.ts';

const of = (length: number, count = 1) => ({ value: 'a'.repeat(length - 2), count });
const KB = 1024;

test.each([
  ['the first one', null, of(KB), null],
  ['the first one though it is empty', null, of(KB, 0), null],
  ['a larger one', of(300 * KB), of(2_000 * KB), null],
  ['a small one that grew a hundred times', of(KB), of(100 * KB), null],
  ['one that is empty as before', of(KB, 0), of(KB, 0), null],
  ['an empty one', of(KB, 3), of(KB, 0), 'it is empty, after 3'],
  ['one that grew eleven times', of(20 * KB), of(220 * KB), 'it has 225280 bytes, after 20480'],
  ['too large a one', null, of(2_048 * KB + 1), 'it has 2097153 bytes of at most 2097152'],
])('%s: %#', (_case, previous, next, expected) => {
  expect(mayReplace(previous, next)).toBe(expected);
});
