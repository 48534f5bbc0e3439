import { expect, test } from 'vitest';
import { textBytes } from './text-bytes.ts';

test.each([
  ['', 0],
  ['down', 4],
  ['für', 4],
  ['障害', 8],
  ['🚨', 4],
  [`<&>'"`, 25],
])('"%s" takes %i bytes', (text, bytes) => {
  expect(textBytes(text)).toBe(bytes);
});
