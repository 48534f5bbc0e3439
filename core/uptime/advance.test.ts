import { describe, expect, test } from 'vitest';
import { advance } from './advance.ts';
import { startLedger, type Ledger, type LedgerChange } from './ledger.ts';
import { passMissing } from './pass-missing.ts';
import { SLOT_MS, START_MS, toRounds } from './testing/letters.ts';

const rules = { intervalSec: 60, confirm: 2, recover: 2, unknownAfterMissed: 3 };
const slotMs = (slot: number) => START_MS + slot * SLOT_MS;

/** The ledger after these slots, and what the last of them changed: from which slot on, what. */
function follow(letters: string) {
  let step = startLedger(START_MS);
  for (const round of toRounds(letters)) step = advance(step.ledger, round, rules);
  return { ledger: step.ledger, changed: step.changes.map(describeChange) };
}

function describeChange({ fromMs, state }: LedgerChange): [number, string] {
  return [(fromMs - START_MS) / SLOT_MS, state];
}

test('a ledger begins unknown', () => {
  expect(startLedger(START_MS).changes.map(describeChange)).toEqual([[0, 'unknown']]);
});

test.each<[string, string, [number, string][]]>([
  ['the first measured slot sets the state', 'd', [[0, 'major_outage']]],
  ['a slot that agrees changes nothing', 'uu', []],
  ['a single blip changes nothing', 'uud', []],
  ['a confirmed change begins with the first of its rounds', 'uudd', [[2, 'major_outage']]],
  ['a change begins before the missing slots inside it', 'uud.d', [[2, 'major_outage']]],
  ['missing slots below the limit change nothing', 'u--', []],
  ['at the limit they are unknown from the first of them on', 'u---', [[1, 'unknown']]],
  ['no round and a round without a measurement are the same', 'u.-.-', [[1, 'unknown']]],
  ['once unknown, more of it changes nothing', 'u----', []],
  [
    'slots that were left out count when a later one arrives',
    'u...d',
    [
      [1, 'unknown'],
      [4, 'major_outage'],
    ],
  ],
  ['what was pending before unknown does not confirm after it', 'uud...ud', []],
])('%s: %s', (_rule, letters, expected) => {
  expect(follow(letters).changed).toEqual(expected);
});

test('a change names the rounds that decided it, with their latencies', () => {
  const [first, second] = toRounds('..dd');
  const { ledger } = follow('uu');
  if (!first || !second) throw new Error('No rounds');
  const pending = advance(ledger, { ...first, latencyMs: 70 }, rules).ledger;
  const { changes } = advance(pending, { ...second, latencyMs: 90 }, rules);
  expect(changes).toEqual([
    {
      fromMs: slotMs(2),
      state: 'major_outage',
      rounds: [
        {
          result: 'down',
          firstMs: slotMs(2),
          count: 2,
          latency: { min: 70, median: 70, max: 90 },
        },
      ],
    },
  ]);
});

test('a ledger knows its state, since when, and what is pending', () => {
  expect(follow('uuddd-p').ledger).toEqual({
    state: 'major_outage',
    sinceMs: slotMs(2),
    nextMs: slotMs(7),
    missing: null,
    pending: [{ slotMs: slotMs(6), result: 'partial', latencyMs: null }],
  });
});

test('a ledger that became unknown has nothing pending', () => {
  expect(follow('uud---').ledger).toEqual({
    state: 'unknown',
    sinceMs: slotMs(3),
    nextMs: slotMs(6),
    missing: { sinceMs: slotMs(3), count: 3 },
    pending: [],
  });
});

describe('a slot that was taken in before changes nothing', () => {
  const { ledger } = follow('uud-');
  test.each([0, 2, 3])('slot %i', (slot) => {
    const again = { slotMs: slotMs(slot), result: 'down' as const, latencyMs: null };
    expect(advance(ledger, again, rules)).toEqual({ ledger, changes: [] });
  });
});

test('a reader learns how the ledger looks by now, when nothing was added to it', () => {
  const { ledger } = follow('uu');
  expect(passMissing(ledger, slotMs(4), rules).changes).toEqual([]);
  expect(passMissing(ledger, slotMs(5), rules).changes.map(describeChange)).toEqual([
    [2, 'unknown'],
  ]);
});

test('a lower limit counts from the next round on, over the last rounds', () => {
  const patient = { ...rules, confirm: 9 };
  let { ledger }: { ledger: Ledger } = startLedger(START_MS);
  for (const round of toRounds('uddd')) ({ ledger } = advance(ledger, round, patient));
  const [round] = toRounds('....d');
  if (!round) throw new Error('No round');
  expect(advance(ledger, round, rules).changes.map(describeChange)).toEqual([[3, 'major_outage']]);
});
