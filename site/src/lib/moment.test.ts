import { expect, test } from 'vitest';
import { spanWords, toMoment } from './moment.ts';

const nowMs = Date.parse('2026-11-24T14:25:07Z');

test.each([
  ['2026-11-24T14:18:31.000Z', { iso: null, words: '14:18' }],
  ['2026-11-23T23:59:59.000Z', { iso: '2026-11-23T23:59Z', words: '23 Nov, 23:59' }],
])('%s is told as %j', (iso, expected) => {
  expect(toMoment(iso, nowMs)).toEqual(expected);
});

test.each([
  ['2026-11-28T02:00:00Z', '2026-11-28T02:45:00Z', 'Sat 28 Nov, 02:00 – 02:45'],
  ['2026-11-28T23:00:00Z', '2026-11-29T01:00:00Z', 'Sat 28 Nov, 23:00 – Sun 29 Nov, 01:00'],
])('from %s to %s is %s', (from, to, expected) => {
  expect(spanWords(Date.parse(from), Date.parse(to))).toBe(expected);
});
