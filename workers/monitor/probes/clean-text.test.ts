import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['connect redis://user:p@ss@10.0.0.1 refused', 'connect redis://…@10.0.0.1 refused'],
  ['a\u0000b', 'ab'],
  [`${'x'.repeat(199)}😀`, `${'x'.repeat(199)}\uFFFD`],
])('%j becomes %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});
