import { expect, test } from 'vitest';
import { formatPosition } from './position.ts';

test.each([
  ['up', 0, '1:1'],
  ['up + x', 5, '1:6'],
  ['up\n+ x', 3, '2:1'],
  ['up\n\n + x', 6, '3:3'],
])('in %j the offset %d is at %s', (text, start, expected) => {
  expect(formatPosition(text, { start, end: start })).toBe(expected);
});
