import { expect, test } from 'vitest';
import { dayBars, daysOf } from './days.ts';

test('a young record has bars for the days before it, and they are not up', () => {
  const bars = dayBars({ states: 'ud', troubles: [] });
  expect([bars.length, bars[87], bars[88], bars[89]]).toEqual([90, 'unknown', 'up', 'down']);
});

test('each letter has its look, and an unknown one is no measurement', () => {
  expect(dayBars({ states: 'ugpdm-?', troubles: [] }).slice(-7)).toEqual([
    'up',
    'degraded',
    'partial',
    'down',
    'maintenance',
    'unknown',
    'unknown',
  ]);
});

test.each([
  ['u'.repeat(90), 'No trouble in 90 days'],
  [`${'u'.repeat(89)}m`, 'Only maintenance in 90 days'],
  [`${'u'.repeat(88)}md`, 'Trouble on 1 of 90 days'],
  ['ugpd', 'Trouble on 3 of 4 days on record'],
  ['u', 'No trouble in 1 day on record'],
  [`${'u'.repeat(89)}-`, 'No trouble in 89 days on record'],
  ['-', 'No day on record yet'],
  ['', 'No day on record yet'],
])('%s reads "%s"', (states, summary) => {
  expect(daysOf({ states, troubles: [] }).summary).toBe(summary);
});

test('each stretch has its day, state, start and length', () => {
  const { troubles } = daysOf({
    states: 'd',
    troubles: [
      { state: 'major_outage', from: '2026-11-24T14:08:00Z', to: null },
      { state: 'partial_outage', from: '2026-11-23T09:00:00Z', to: '2026-11-23T09:40:00Z' },
      { state: 'unknown', from: '2026-11-22T09:00:00Z', to: '2026-11-22T17:30:00Z' },
    ],
  });
  expect(troubles.map(({ at, word, length }) => `${at} ${word} ${length}`)).toEqual([
    '24 Nov, 14:08 Down ongoing',
    '23 Nov, 09:00 Partial outage 40 min',
    '22 Nov, 09:00 No data 8 h 30 min',
  ]);
});

test('stretches that are not listed are counted', () => {
  expect(daysOf({ states: 'd', troubles: [], older: 12 }).older).toBe(12);
  expect(daysOf({ states: 'd', troubles: [] }).older).toBe(0);
});
