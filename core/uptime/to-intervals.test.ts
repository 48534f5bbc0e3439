import { expect, test } from 'vitest';
import type { Ledger } from './ledger.ts';
import { toIntervals } from './to-intervals.ts';

type Start = [number, Ledger['state']];

test.each<[string, Start[], [number, number, Ledger['state']][]]>([
  ['without a change there is nothing', [], []],
  ['the last one ends with the window', [[0, 'unknown']], [[0, 9, 'unknown']]],
  [
    'a change ends the one before it',
    [
      [0, 'operational'],
      [4, 'major_outage'],
    ],
    [
      [0, 4, 'operational'],
      [4, 9, 'major_outage'],
    ],
  ],
  [
    'a change at the same time replaces the one before it',
    [
      [0, 'unknown'],
      [0, 'operational'],
    ],
    [[0, 9, 'operational']],
  ],
  [
    'an earlier start overrules all that was said of the time after it',
    [
      [0, 'operational'],
      [4, 'degraded'],
      [6, 'major_outage'],
      [3, 'partial_outage'],
    ],
    [
      [0, 3, 'operational'],
      [3, 9, 'partial_outage'],
    ],
  ],
  [
    'the same state goes on',
    [
      [0, 'operational'],
      [4, 'degraded'],
      [4, 'operational'],
    ],
    [[0, 9, 'operational']],
  ],
])('%s', (_rule, starts, expected) => {
  const changes = starts.map(([fromMs, state]) => ({ fromMs, state, rounds: [] }));
  expect(toIntervals(changes, 9).map(({ fromMs, toMs, state }) => [fromMs, toMs, state])).toEqual(
    expected,
  );
});
