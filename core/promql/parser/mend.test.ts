import { expect, test } from 'vitest';
import { mend } from './mend.ts';

test.each([
  ['2.', '2 '],
  ['1./6.', '1 /6 '],
  ['2.e+5', '2e+05'],
  ['2.E5', '2E05'],
  ['2.5', '2.5'],
  ['a{b="2."} + \'3.\' + `4.` # 5.', 'a{b="2."} + \'3.\' + `4.` # 5.'],
  ['1\u00a0+ "\u00a0"', '1\0+ "\u00a0"'],
  ['"\\"2."', '"\\"2."'],
])('%j is read as %j', (text, expected) => {
  expect(mend(text)).toBe(expected);
});
