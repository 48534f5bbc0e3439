import { expect, test } from 'vitest';
import { MOST_IN_TEXT, MOST_IN_TITLE, PostmortemUrl, Text, Title } from './texts.ts';

test.each([
  ['  Payments  \n are slow ', 'Payments are slow'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['A\u0000B\u0007C', 'ABC'],
  ['safe \u202Eexe.txt', 'safe exe.txt'],
  ['\uD800 half', '\uFFFD half'],
  ['e\u0301', '\u00E9'],
  ['👩‍🚀', '👩‍🚀'],
])('the title %j is kept as %j', (typed, kept) => {
  expect(Title.parse(typed)).toBe(kept);
});

test('a text keeps its lines, and at most one empty one between them', () => {
  expect(Text.parse('One\r\nTwo\n\n\n\nThree\t!')).toBe('One\nTwo\n\nThree!');
});

test.each(['', '   ', '\u0000', '\u202E \n'])('%j is no text', (typed) => {
  expect(Text.safeParse(typed).success).toBe(false);
});

test.each([
  [Title, MOST_IN_TITLE],
  [Text, MOST_IN_TEXT],
])('a limit counts characters, not units of UTF-16', (schema, most) => {
  expect(schema.safeParse('😀'.repeat(most)).success).toBe(true);
  expect(schema.safeParse('a'.repeat(most + 1)).success).toBe(false);
});

test.each([
  ['https://wiki.example/postmortem/7?x=1#cause', true],
  ['http://wiki.example/7', false],
  ['javascript:alert(1)', false],
  ['https://', false],
  ['https://localhost/7', false],
  ['https://user:secret@wiki.example/7', false],
  [`https://wiki.example/${'a'.repeat(2_048)}`, false],
  ['wiki.example/7', false],
])('the postmortem %s is taken: %s', (address, expected) => {
  expect(PostmortemUrl.safeParse(address).success).toBe(expected);
});
