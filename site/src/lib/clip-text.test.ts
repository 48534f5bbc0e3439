import { expect, test } from 'vitest';
import { clipText } from './clip-text.ts';

test.each([
  ['short', 'short'],
  ['  around  ', 'around'],
  ['exactly 16 chars', 'exactly 16 chars'],
  ['cut between the words', 'cut between the…'],
  ['a verylongwordthatgoeson', 'a verylongwordt…'],
  ['🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨', '🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨🚨…'],
])('"%s" in 16 characters is "%s"', (text, expected) => {
  expect(clipText(text, 16)).toBe(expected);
});
