import { expect, test } from 'vitest';
import { recentOf } from './recent.ts';
import type { BarState } from './state.ts';

const span = { fromMs: Date.parse('2026-11-24T13:26:00Z'), barSec: 60 };
const repeat = (state: BarState, count: number) => Array.from({ length: count }, () => state);

test.each<[string, BarState[], string]>([
  ['a good hour', repeat('up', 60), 'No trouble in 60 min'],
  [
    'what was not measured is not called up',
    [...repeat('unknown', 59), 'up'],
    'No trouble in 1 min measured',
  ],
  ['no measurement, no claim', repeat('unknown', 60), 'No data'],
  [
    'trouble is added up',
    [...repeat('up', 50), 'down', 'down', ...repeat('up', 7), 'degraded'],
    '3 min of trouble in 60 min',
  ],
])('%s', (_rule, bars, summary) => {
  expect(recentOf(bars, span).summary).toBe(summary);
});

test('each stretch of trouble has its start and length, newest first', () => {
  const { troubles } = recentOf(['up', 'down', 'down', 'up', 'degraded'], span);
  expect(troubles.map(({ at, word, length }) => `${at} ${word} ${length}`)).toEqual([
    '13:30 Degraded 1 min',
    '13:27 Down 2 min',
  ]);
});

test('bars shorter than a minute are told by the second', () => {
  const { troubles } = recentOf(['up', 'down'], { ...span, barSec: 4 });
  expect(troubles[0]?.at).toBe('13:26:04');
});
