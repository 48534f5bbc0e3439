import { expect, test } from 'vitest';
import { toTextParts } from './text-parts.ts';

const links = (text: string) => toTextParts(text).flatMap(({ href }) => href ?? []);

test.each<[string, string[]]>([
  ['See https://ktblog.example/a?b=1&c=2#d.', ['https://ktblog.example/a?b=1&c=2#d']],
  [
    '(https://ktblog.example/a), https://b.example',
    ['https://ktblog.example/a', 'https://b.example'],
  ],
  ['https://en.example/Lamp_(light)', ['https://en.example/Lamp_(light)']],
  ['http://plain.example', []],
  ['javascript:alert(1) data:text/html,x //b.example', []],
  ['<a href="https://evil.example">x</a>', ['https://evil.example']],
  ['https://a.example/"onmouseover="alert(1)', ['https://a.example/']],
  ["https://a.example/'onload='x", ['https://a.example/']],
  ['https://a.example/<script>alert(1)</script>', ['https://a.example/']],
  ['https://a.example\\@evil.example', ['https://a.example']],
  ['https://ktblog.example@evil.example/pay', []],
  ['https://user:pass@evil.example', []],
  ['https://ktblog.example/very-lo…', []],
  ['https://ktbl\u043eg.example/', []],
  ['https://shop.ktbl\u043eg.example/', []],
  ['https://a.example/\u202egnp.exe', []],
  ['“https://a.example/b”', ['https://a.example/b']],
  ['https://', []],
  ['https://localhost/admin', []],
  ['https://a.example:99999', []],
])('the links in %s are %j', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  'Nothing to link <b>here</b> & there',
  'Before https://a.example, and https://x@b.example after',
  '<img src=x onerror=alert(1)> https://a.example/"><script>',
  '',
])('no character of "%s" is lost or added', (text) => {
  expect(
    toTextParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('a text has at most three links, and loses none of its words', () => {
  const text = 'https://a.example https://b.example https://c.example https://d.example end';
  expect(links(text)).toEqual(['https://a.example', 'https://b.example', 'https://c.example']);
  expect(toTextParts(text).at(-1)?.text).toBe(' https://d.example end');
});

test('every link shows where it leads', () => {
  const parts = toTextParts('A https://a.example/b and https://c.example.');
  expect(parts.filter(({ href }) => href !== null).map((part) => part.text === part.href)).toEqual([
    true,
    true,
  ]);
});
