import { expect, test } from 'vitest';
import { compileRegex } from './compile-regex.ts';
import { expandTemplate } from './expand-template.ts';

test.each([
  ['$1-$2', 'a-b'],
  ['${1}x', 'ax'],
  ['$1x', ''],
  ['$rest', 'b'],
  ['$$1', '$1'],
  ['$0', 'a:b'],
  ['$3', ''],
  ['a $ b', 'a $ b'],
])('%s of (.*):(?P<rest>.*) in a:b is %j', (template, expected) => {
  const { exec, names } = compileRegex('(.*):(?P<rest>.*)', 100);
  expect(expandTemplate(template, { groups: exec('a:b') ?? [], names })).toBe(expected);
});
