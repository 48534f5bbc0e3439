import { expect, test } from 'vitest';
import { formatNumber, formatShort } from './format-number.ts';

test.each([
  [1, '1'],
  [0.1, '0.1'],
  [-0, '-0'],
  [1e21, '1000000000000000000000'],
  [1.5e22, '15000000000000000000000'],
  [-1.5e-7, '-0.00000015'],
  [NaN, 'NaN'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
])('%d in full is %s', (value, expected) => {
  expect(formatNumber(value)).toBe(expected);
});

test.each([
  [-1, '-1'],
  [0, '0'],
  [1.01, '1.01'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [1e21, '1e+21'],
  [123456789, '1.23456789e+08'],
  [NaN, 'NaN'],
])('%d in short is %s', (value, expected) => {
  expect(formatShort(value)).toBe(expected);
});
