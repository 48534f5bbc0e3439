import { expect, test } from 'vitest';
import { parseBound } from './parse-bound.ts';

test.each([
  ['0.5', 0.5],
  ['+Inf', Infinity],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['1e3', 1000],
  ['5.', 5],
  ['', NaN],
  ['Hello World', NaN],
  [' 1', NaN],
])('%j is the bound %d', (text, expected) => {
  expect(parseBound(text)).toBe(expected);
});
