import { describe, expect, test } from 'vitest';
import { encodeRuns } from './encode-runs.ts';
import { expandRuns } from './round-run.ts';
import { extendRun, OpenRun } from './run.ts';
import { SLOT_MS, START_MS, toRounds } from './testing/letters.ts';

const HOUR = 60;

test.each<[string, string, [string, number, number][]]>([
  ['nothing', '', []],
  ['one result is one run', 'uuu', [['up', 0, 3]]],
  [
    'another result begins another run',
    'uuduu',
    [
      ['up', 0, 2],
      ['down', 2, 1],
      ['up', 3, 2],
    ],
  ],
  [
    'a slot without a round ends a run',
    'uu.u',
    [
      ['up', 0, 2],
      ['up', 3, 1],
    ],
  ],
  [
    'a round that measured nothing is kept apart',
    'u--',
    [
      ['up', 0, 1],
      ['none', 1, 2],
    ],
  ],
  [
    'an hour ends a run',
    'u'.repeat(HOUR + 2),
    [
      ['up', 0, HOUR],
      ['up', HOUR, 2],
    ],
  ],
])('%s', (_rule, letters, expected) => {
  const runs = encodeRuns(toRounds(letters), 60);
  const seen = runs.map(({ result, firstMs, count }) => [
    result,
    (firstMs - START_MS) / SLOT_MS,
    count,
  ]);
  expect(seen).toEqual(expected);
  expect(expandRuns(runs.map((run) => ({ ...run, intervalSec: 60 })))).toEqual(
    toRounds(letters).map(({ slotMs, result }) => ({ atMs: slotMs, result })),
  );
});

test.each<[string, (number | null)[], ReturnType<typeof encodeRuns>[number]['latency']]>([
  ['one latency is all three', [7], { min: 7, median: 7, max: 7 }],
  ['numbers are compared as numbers', [100, 20, 3], { min: 3, median: 20, max: 100 }],
  [
    'the median of an even number is the lower of the middle two',
    [4, 1, 3, 2],
    { min: 1, median: 2, max: 4 },
  ],
  ['rounds without a latency do not count', [null, 5, null], { min: 5, median: 5, max: 5 }],
  ['without any there is none', [null, null], null],
])('%s', (_rule, latenciesMs, expected) => {
  const rounds = latenciesMs.map((latencyMs, slot) => ({
    slotMs: START_MS + slot * SLOT_MS,
    result: 'down' as const,
    latencyMs,
  }));
  expect(encodeRuns(rounds, 60)[0]?.latency).toEqual(expected);
});

describe('an open run', () => {
  test('survives its storing', () => {
    const [first, second] = toRounds('uu');
    if (!first || !second) throw new Error('No rounds');
    const open = extendRun(null, first, 60);
    const stored = OpenRun.parse(JSON.parse(JSON.stringify(open)));
    expect(extendRun(stored, second, 60)).toEqual({ ...open, count: 2 });
  });
});
