import { expect, test } from 'vitest';
import { unquote } from './unquote.ts';

test.each([
  ['"a"', 'a'],
  ["'a'", 'a'],
  ['`a\\n"`', 'a\\n"'],
  ['"\\""', '"'],
  ["'\\''", "'"],
  ['"a\\\\n\\n"', 'a\\n\n'],
  ['"\\t\\a"', '\t\u0007'],
  ['"\\xc3\\xa9"', 'é'],
  ['"\\303\\251"', 'é'],
  ['"\\u00e9\\U0001F600"', 'é😀'],
  ['""', ''],
])('%s is %j', (literal, value) => {
  expect(unquote(literal)).toEqual({ value });
});

test('bytes that are no UTF-8 make a text that is not well-formed', () => {
  const { value } = { value: '', ...unquote('"\\xff"') };
  expect(value.isWellFormed()).toBe(false);
});

test.each([
  ['"a', 'unterminated quoted string'],
  ['"', 'unterminated quoted string'],
  ['"a\n"', 'unterminated quoted string'],
  ['"a\\"', 'unterminated quoted string'],
  ['"\\q"', 'unknown escape sequence'],
  ['"\\\'"', 'unknown escape sequence'],
  ['"\\xg0"', 'unknown escape sequence'],
  ['"\\U00ffffff"', 'unknown escape sequence'],
])('%s is refused: %s', (literal, reason) => {
  expect(unquote(literal)).toEqual({ reason });
});
