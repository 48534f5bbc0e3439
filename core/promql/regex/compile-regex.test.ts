import { expect, test } from 'vitest';
import { compileRegex } from './compile-regex.ts';

test.each([
  ['a|b', 'a', true],
  ['a|b', 'ab', false],
  ['a|', '', true],
  ['', '', true],
  ['', 'a', false],
  ['5..', '503', true],
  ['5..', '5033', false],
  ['a.c', 'a\nc', true],
  ['(?-s)a.c', 'a\nc', false],
  ['(?-s:a.)c', 'a\nc', false],
  ['.+', '', false],
  ['.*', '', true],
  ['a{2,3}', 'aaa', true],
  ['a{2,3}', 'aaaa', false],
  ['a{2,}', 'aaaaa', true],
  ['a{0}', '', true],
  ['a{,2}', 'a{,2}', true],
  ['(?i)Prod', 'pROD', true],
  ['(?i:p)rod', 'PROD', false],
  ['(?i:p)rod', 'Prod', true],
  ['[^a-c]', 'd', true],
  ['[^a-c]', 'b', false],
  ['[]a]', ']', true],
  ['[a\\]-]+', 'a-]', true],
  ['\\d+\\.\\d+', '1.5', true],
  ['\\w+', 'café', false],
  ['\\S', '\u00a0', true],
  ['\\pL+', 'café', true],
  ['\\p{Greek}', 'α', true],
  ['\\P{Greek}', 'α', false],
  ['.', '😀', true],
  ['\\x{1F600}', '😀', true],
  ['\\x41', 'A', true],
  ['^a$', 'a', true],
  ['a$|b', 'a', true],
  ['\\Aa\\z', 'a', true],
  ['a^b', 'a^b', false],
  ['(a*)*', 'aaaa', true],
  ['(?P<x>a)(?<y>b)', 'ab', true],
  ['/api/v[12]/.*', '/api/v2/items', true],
])('%j matches the whole of %j: %s', (pattern, text, expected) => {
  expect(compileRegex(pattern, 1000).test(text)).toBe(expected);
});

test.each([
  ['(a', 'missing closing )'],
  ['a)', 'unexpected )'],
  ['[a', 'missing closing ]'],
  ['*a', 'missing argument to repetition operator'],
  ['a**', 'invalid nested repetition operator'],
  ['a{1001}', 'invalid repeat count'],
  ['a{2,1}', 'invalid repeat count'],
  ['(?=a)', 'invalid or unsupported Perl syntax'],
  ['(?<!a)', 'invalid or unsupported Perl syntax'],
  ['(a)\\1', 'invalid escape sequence'],
  ['\\Z', 'invalid escape sequence'],
  ['\\u0041', 'invalid escape sequence'],
  ['\\p{Nobody}', 'invalid character class range'],
  ['[b-a]', 'invalid character class range'],
  ['\\p{^Greek}', 'invalid'],
  ['\\xg0', 'invalid escape sequence'],
  ['a\\', 'missing closing'],
  ['(a{100}){100}', 'expression too large'],
  ['('.repeat(300), 'expression too large'],
  ['(?m)a', 'unsupported Perl syntax'],
  ['\\bfoo', 'invalid escape sequence'],
  ['\\101', 'invalid escape sequence'],
  ['\\Qa\\E', 'invalid escape sequence'],
  ['[[:alpha:]]', ''],
  ['[[:^alpha:]]x', ''],
])('%j is refused: %s', (pattern, reason) => {
  expect(() => compileRegex(pattern, 1000)).toThrow(reason);
});

test.each([
  ['(.*)-(.*)', 'a-b-c', ['a-b-c', 'a-b', 'c']],
  ['(.*?)-(.*)', 'a-b-c', ['a-b-c', 'a', 'b-c']],
  ['(a)|(b)', 'b', ['b', undefined, 'b']],
  ['(a|ab)(c|bcd)?', 'ab', ['ab', 'ab', undefined]],
  ['(.)x', '😀x', ['😀x', '😀']],
  ['x', 'y', null],
])('%j finds in %j its groups %j', (pattern, text, expected) => {
  expect(compileRegex(pattern, 1000).exec(text)).toEqual(expected);
});

test('a pattern that makes others try every way takes time in proportion', () => {
  const { test: matches } = compileRegex('(a*)*(a|aa)+b', 1000);
  expect(matches('a'.repeat(2_000))).toBe(false);
});
