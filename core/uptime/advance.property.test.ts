import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from './advance.ts';
import { computeUptime } from './compute-uptime.ts';
import { Ledger, startLedger, type LedgerChange, type LedgerStep } from './ledger.ts';
import { passMissing } from './pass-missing.ts';
import type { Rules } from './rules.ts';
import { SLOT_MS, START_MS, toFile, toRounds } from './testing/letters.ts';
import { computeUptimeBySecond } from './testing/uptime-by-second.ts';
import type { UptimeFile } from './testing/uptime-file.ts';
import { parseUptimeInput } from './uptime-input.ts';

type Row = { state: string; fromMs: number; toMs: number | null };

const limit = fc.integer({ min: 1, max: 4 });
const randomRules = fc.record({
  intervalSec: fc.constant(60),
  confirm: limit,
  recover: limit,
  unknownAfterMissed: limit,
});
const randomLetters = fc
  .array(fc.tuple(fc.constantFrom('u', 'g', 'p', 'd', '-', '.'), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
  })
  .map((runs) => runs.map(([letter, count]) => letter.repeat(count)).join(''));

/** What the statement of the store does: the tail from `fromMs` on is written anew. */
function apply(rows: readonly Row[], { fromMs, state }: LedgerChange): Row[] {
  const kept = rows
    .filter((row) => row.fromMs < fromMs)
    .map((row) => (row.toMs === null || row.toMs > fromMs ? { ...row, toMs: fromMs } : row));
  return [...kept, { state, fromMs, toMs: null }];
}

function write(rows: readonly Row[], changes: readonly LedgerChange[]): Row[] {
  return changes.reduce(apply, [...rows]);
}

function follow(letters: string, rules: Rules): LedgerStep {
  let { ledger, changes } = startLedger(START_MS);
  const all = [...changes];
  for (const round of toRounds(letters)) {
    ({ ledger, changes } = advance(ledger, round, rules));
    all.push(...changes);
  }
  return { ledger, changes: all };
}

function toIntervals(rows: readonly Row[], untilMs: number) {
  return rows.map(({ state, fromMs, toMs }) => ({
    state,
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs ?? untilMs).toISOString(),
  }));
}

/** The ledger as it comes back from the row that it was stored in. */
function store(ledger: Ledger): Ledger {
  return Ledger.parse(JSON.parse(JSON.stringify(ledger)));
}

function compute(file: UptimeFile) {
  return computeUptime(parseUptimeInput(file)).intervals;
}

test('after every slot the stored intervals are those of the batch, and a second write changes nothing', () => {
  fc.assert(
    fc.property(randomLetters, randomRules, (letters, rules) => {
      let { ledger, changes }: LedgerStep = startLedger(START_MS);
      let rows = write([], changes);
      for (const round of toRounds(letters)) {
        ({ ledger, changes } = advance(store(ledger), round, rules));
        rows = write(rows, changes);
        expect(write(rows, changes)).toEqual(rows);
        const slots = (ledger.nextMs - START_MS) / SLOT_MS;
        const file = toFile(letters.slice(0, slots), { rules });
        expect(toIntervals(rows, ledger.nextMs)).toEqual(compute(file));
      }
    }),
    { numRuns: 500 },
  );
});

test('a reader at any later time sees what the batch does', () => {
  fc.assert(
    fc.property(randomLetters, randomRules, fc.nat(6), (letters, rules, missed) => {
      const { ledger, changes } = follow(letters, rules);
      const untilMs = START_MS + (letters.length + missed) * SLOT_MS;
      const rows = write([], [...changes, ...passMissing(ledger, untilMs, rules).changes]);
      const file = toFile(letters + '.'.repeat(missed), { rules });
      expect(toIntervals(rows, untilMs)).toEqual(computeUptimeBySecond(file).intervals);
    }),
    { numRuns: 500 },
  );
});

test('slots that come again, in any order, change nothing', () => {
  const slots = fc.array(fc.nat(30), { maxLength: 40 });
  fc.assert(
    fc.property(randomLetters, randomRules, slots, (letters, rules, again) => {
      const { ledger } = follow(letters, rules);
      for (const slot of again) {
        const round = { slotMs: START_MS + slot * SLOT_MS, result: 'down' as const, latencyMs: 1 };
        if (round.slotMs >= ledger.nextMs) continue;
        expect(advance(ledger, round, rules)).toEqual({ ledger, changes: [] });
      }
    }),
  );
});

test('a change cuts the open interval only, and a ledger does not grow', () => {
  fc.assert(
    fc.property(randomLetters, randomRules, (letters, rules) => {
      const { changes, ledger } = follow(letters, rules);
      // The unknown of the beginning is replaced when the first slot is measured.
      const starts = changes.slice(1).map(({ fromMs }) => fromMs);
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      expect(ledger.pending.length).toBeLessThan(Math.max(rules.confirm, rules.recover));
    }),
    { numRuns: 500 },
  );
});
