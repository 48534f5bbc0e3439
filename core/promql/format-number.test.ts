import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [1, '1'],
  [0.1, '0.1'],
  [1e21, '1000000000000000000000'],
  [1.5e22, '15000000000000000000000'],
  [-1.5e-7, '-0.00000015'],
  [NaN, 'NaN'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
])('%d in full is %s', (value, expected) => {
  expect(formatNumber(value)).toBe(expected);
});
