import { expect, test } from 'vitest';
import type { RoundResult } from '../services/round-result.ts';
import { toSlots } from './to-slots.ts';

// Half a minute past the hour, so that slots counted from the epoch would be others.
const fromMs = Date.parse('2026-11-24T12:00:30Z');
const window = { fromMs, toMs: fromMs + 150_000 };

test.each<[string, [number, RoundResult][], [number, RoundResult][]]>([
  ['a round at the start of the window counts', [[0, 'up']], [[0, 'up']]],
  ['a round before the window does not', [[-1, 'up']], []],
  ['a round at the end of the window does not', [[150_000, 'up']], []],
  ['slots are counted from the start of the window', [[59_999, 'up']], [[0, 'up']]],
  ['a round at a boundary belongs to the slot it begins', [[60_000, 'up']], [[60_000, 'up']]],
  ['the last slot may be shorter', [[149_999, 'down']], [[120_000, 'down']]],
  [
    'the worst in a slot counts',
    [
      [5, 'degraded'],
      [6, 'down'],
      [7, 'partial'],
    ],
    [[0, 'down']],
  ],
  [
    'partial is worse than degraded',
    [
      [5, 'partial'],
      [6, 'degraded'],
    ],
    [[0, 'partial']],
  ],
  [
    'none counts only alone',
    [
      [5, 'none'],
      [6, 'up'],
      [7, 'none'],
    ],
    [[0, 'up']],
  ],
  ['none alone is no measurement', [[5, 'none']], []],
  [
    'any order of arrival, any number of times',
    [
      [130_000, 'up'],
      [1, 'down'],
      [130_000, 'up'],
      [70_000, 'up'],
    ],
    [
      [0, 'down'],
      [60_000, 'up'],
      [120_000, 'up'],
    ],
  ],
])('%s', (_rule, rounds, expected) => {
  const given = rounds.map(([ms, result]) => ({ atMs: fromMs + ms, result }));
  const slots = toSlots(given, window, 60);
  expect(slots.map(({ slotMs, result }) => [slotMs - fromMs, result])).toEqual(expected);
});
