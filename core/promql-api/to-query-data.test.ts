import { expect, test } from 'vitest';
import { formatValue } from './format-value.ts';
import { toQueryData } from './to-query-data.ts';

const NOTES = { warnings: [], infos: [] };

test.each([
  [0.1, '0.1'],
  [-0, '-0'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [123_456_789_012, '123456789012'],
  [NaN, 'NaN'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
])('%d is written %s', (value, text) => {
  expect(formatValue(value)).toBe(text);
});

test('times are seconds and values are text, of a result of each type', () => {
  const labels = { __name__: 'up' };
  expect(toQueryData({ type: 'scalar', value: 1, ...NOTES }, 1500)).toEqual({
    resultType: 'scalar',
    result: [1.5, '1'],
  });
  expect(toQueryData({ type: 'string', value: 'a', ...NOTES }, 1500)).toEqual({
    resultType: 'string',
    result: [1.5, 'a'],
  });
  expect(toQueryData({ type: 'vector', series: [{ labels, value: NaN }], ...NOTES }, 0)).toEqual({
    resultType: 'vector',
    result: [{ metric: labels, value: [0, 'NaN'] }],
  });
  const points: [number, number][] = [[1000, 2]];
  expect(toQueryData({ type: 'matrix', series: [{ labels, points }], ...NOTES }, 0)).toEqual({
    resultType: 'matrix',
    result: [{ metric: labels, values: [[1, '2']] }],
  });
});
