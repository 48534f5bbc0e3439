import { expect, test } from 'vitest';
import { computeUptimeOfRuns } from './compute-uptime.ts';
import { applyCorrections, type Correction } from './correction.ts';
import type { RoundRun } from './round-run.ts';
import { atSlot, SLOT_MS, START_MS, toLetters } from './testing/letters.ts';

const HOUR = 60;

/** From and to in slots, which may be parts of one. */
function correction(from: number, to: number, changes: Partial<Correction> = {}): Correction {
  const span = { from: atSlot(from), to: atSlot(to) };
  return { ...span, state: 'operational', reason: '', madeAt: atSlot(100), ...changes };
}

function run(slot: number, result: RoundRun['result'], count: number): RoundRun {
  return { firstMs: START_MS + slot * SLOT_MS, intervalSec: 60, result, count };
}

test.each<[string, RoundRun[], Correction[], string]>([
  [
    'a false alarm is taken back',
    [run(0, 'up', 4), run(4, 'down', 4), run(8, 'up', 2)],
    [correction(4, 8)],
    'uuuuuuuuuu',
  ],
  ['a part of an outage is taken back', [run(0, 'down', 10)], [correction(0, 4)], 'uuuudddddd'],
  [
    'an outage that nobody measured is put in',
    [run(0, 'up', 10)],
    [correction(3, 6, { state: 'major_outage' })],
    'uuuddduuuu',
  ],
  [
    'a gap in the rounds is filled',
    [run(0, 'up', 2), run(8, 'up', 2)],
    [correction(2, 8, { state: 'degraded' })],
    'uugggggguu',
  ],
  [
    'what was measured wrong becomes unknown',
    [run(0, 'up', 10)],
    [correction(2, 8, { state: 'unknown' })],
    'uu??????uu',
  ],
  [
    'a slot belongs to a correction when it begins in it',
    [run(0, 'down', 10)],
    [correction(1.5, 4.5)],
    'dduuuddddd',
  ],
  [
    'of two corrections the one made last counts, whatever their order',
    [run(0, 'down', 10)],
    [
      correction(2, 8, { state: 'degraded', madeAt: atSlot(200) }),
      correction(0, 10, { madeAt: atSlot(150) }),
    ],
    'uugggggguu',
  ],
  [
    'a correction within a slot changes nothing',
    [run(0, 'down', 4)],
    [correction(1.2, 1.8)],
    'dddd',
  ],
])('%s', (_rule, runs, corrections, expected) => {
  const window = { fromMs: START_MS, toMs: START_MS + expected.length * SLOT_MS };
  const rules = { intervalSec: 60, confirm: 2, recover: 2, unknownAfterMissed: 3 };
  const corrected = applyCorrections(runs, corrections, 60);
  const { intervals } = computeUptimeOfRuns({ window, runs: corrected, maintenance: [], rules });
  expect(toLetters(intervals)).toBe(expected);
});

test('the runs that were measured are left as they are', () => {
  const runs = [run(0, 'down', HOUR)];
  applyCorrections(runs, [correction(0, HOUR)], 60);
  expect(runs).toEqual([run(0, 'down', HOUR)]);
});
