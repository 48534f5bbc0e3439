import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test.each([
  ['12.34e6', 12.34e6],
  ['.2', 0.2],
  ['1_000', 1000],
  ['0x1F', 31],
  ['0755', 493],
  ['089', 89],
  ['0', 0],
  ['1e400', Infinity],
  ['iNf', Infinity],
  ['NaN', NaN],
])('%s is the number %d', (text, value) => {
  expect(parseNumber(text)).toEqual({ value, isDuration: false });
});

test.each([
  ['5m', 300],
  ['1h30m', 5400],
  ['1y2w3d4h5m6s7ms', 365 * 86_400 + 14 * 86_400 + 3 * 86_400 + 14_706.007],
  ['0s', 0],
])('%s is a duration of %d seconds', (text, value) => {
  expect(parseNumber(text)).toEqual({ value, isDuration: true });
});

test.each(['', '5m1h', '1x', '--1'])('%j is no number', (text) => {
  expect(parseNumber(text)).toBeNull();
});
