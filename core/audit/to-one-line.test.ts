import { expect, test } from 'vitest';
import { toOneLine } from './to-one-line.ts';

test.each([
  ['plain words, ünïcode and "quotes"', 'plain words, ünïcode and "quotes"'],
  ['a\nb', 'a\\u000ab'],
  ['a\r\nb', 'a\\u000d\\u000ab'],
  ['a\u2028b\u0085c', 'a\\u2028b\\u0085c'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['user\u202egnp', 'user\\u202egnp'],
])('%j is kept as %j', (text, kept) => {
  expect(toOneLine(text, 100)).toBe(kept);
});

test('it is cut to what fits', () => {
  expect(toOneLine('x'.repeat(300), 200)).toHaveLength(200);
});
