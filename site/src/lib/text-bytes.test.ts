import { expect, test } from 'vitest';
import { textBytes } from './text-bytes.ts';

test.each([
  ['', 0],
  ['down', 3],
  ['DOWN', 4.4],
  ['für', 4],
  ['障害', 8],
  ['🚨', 4],
  [`<&>'"`, 20],
])('"%s" takes %d bytes', (text, bytes) => {
  expect(textBytes(text)).toBeCloseTo(bytes);
});
