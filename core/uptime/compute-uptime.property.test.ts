import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoundResult } from '../services/round-result.ts';
import { computeUptime, type Uptime } from './compute-uptime.ts';
import { computeUptimeBySecond } from './testing/uptime-by-second.ts';
import type { UptimeFile } from './testing/uptime-file.ts';
import { parseUptimeInput } from './uptime-input.ts';

const DAY_SEC = 86_400;
const RESULTS = ['up', 'degraded', 'partial', 'down', 'none'] as const;
// Days on which clocks change in Europe, in New York and on Lord Howe Island, and a leap day.
const DATES = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2028-02-29'];
// Minutes east of Greenwich, before the change and after it.
const CLOCKS = [
  { before: 60, after: 120 },
  { before: 120, after: 60 },
  { before: -300, after: -240 },
  { before: 660, after: 630 },
  { before: 0, after: 0 },
];

const NOTHING = {
  operational: 0,
  degraded: 0,
  partial_outage: 0,
  major_outage: 0,
  maintenance: 0,
  unknown: 0,
};

const randomRules = fc.record(
  {
    intervalSec: fc.constantFrom(30, 45, 60, 97, 300, 1800, 100_000),
    confirm: fc.integer({ min: 1, max: 5 }),
    recover: fc.integer({ min: 1, max: 5 }),
    unknownAfterMissed: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
);

// So many slots with one result; null: without a round.
const randomSegment = fc.record({
  result: fc.constantFrom(...RESULTS, 'up', null),
  slots: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: 400 }) },
  ),
});

const randomMaintenance = fc.record({
  fromSec: fc.integer({ min: -20_000, max: DAY_SEC + 20_000 }),
  lengthSec: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30_000 })),
  // How long before its start it was announced; null: never.
  leadSec: fc.option(fc.integer({ min: -1, max: 2 })),
});

const randomChance = fc.record({
  startMs: fc
    .tuple(fc.constantFrom(...DATES), fc.nat(DAY_SEC))
    .map(([date, second]) => Date.parse(date) + second * 1000),
  lengthSec: fc.oneof(
    fc.constant(DAY_SEC),
    fc.integer({ min: DAY_SEC - 4000, max: DAY_SEC + 4000 }),
    fc.integer({ min: 1, max: 2000 }),
  ),
  clock: fc.constantFrom(...CLOCKS),
  changeSec: fc.nat(DAY_SEC),
  firstSlot: fc.integer({ min: -5, max: 10 }),
  segments: fc.array(randomSegment, { maxLength: 60 }),
  // Where in its slot a round falls.
  jitter: fc.nat(1000),
  strays: fc.array(
    fc.record({
      second: fc.integer({ min: -500, max: DAY_SEC + 5000 }),
      result: fc.constantFrom(...RESULTS),
    }),
    { maxLength: 20 },
  ),
  maintenance: fc.array(randomMaintenance, { maxLength: 5 }),
  rules: randomRules,
});

type Chance = typeof randomChance extends fc.Arbitrary<infer T> ? T : never;

const randomDay = randomChance.map(toFile);

function toFile(chance: Chance): UptimeFile {
  const { lengthSec, maintenance, rules } = chance;
  const iso = (second: number) => toIso(second, chance);
  return {
    window: { from: iso(0), to: iso(lengthSec) },
    maintenance: maintenance.map(({ fromSec, lengthSec: duration, leadSec }) => ({
      from: iso(fromSec),
      to: iso(fromSec + duration),
      ...(leadSec !== null && { announcedAt: iso(fromSec - leadSec) }),
    })),
    rounds: [...fillDay(chance), ...chance.strays].map(({ second, result }) => ({
      at: iso(second),
      result,
    })),
    rules,
  };
}

// The segments again and again, until the day is full.
function fillDay({ lengthSec, firstSlot, segments, jitter, rules }: Chance) {
  const { intervalSec = 60 } = rules;
  const filled: { second: number; result: RoundResult }[] = [];
  if (segments.length === 0) return filled;
  let slot = firstSlot;
  for (let turn = 0; slot * intervalSec < lengthSec; turn += 1) {
    const { result = null, slots = 1 } = segments[turn % segments.length] ?? {};
    for (const end = slot + slots; slot < end; slot += 1) {
      const second = slot * intervalSec + ((slot * jitter) % intervalSec);
      if (result) filled.push({ second, result });
    }
  }
  return filled;
}

/** The time in the words of the clock on the wall. */
function toIso(second: number, { startMs, clock, changeSec }: Chance): string {
  const minutes = second < changeSec ? clock.before : clock.after;
  const local = new Date(startMs + second * 1000 + minutes * 60_000).toISOString().slice(0, 19);
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return `${local}${minutes < 0 ? '-' : '+'}${offset}`;
}

function utc(iso: string): string {
  return new Date(iso).toISOString();
}

function shuffle<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

function compute(file: UptimeFile): Uptime {
  return computeUptime(parseUptimeInput(file));
}

test('a second implementation, which counts every second, agrees on 2,000 random days', () => {
  fc.assert(
    fc.property(randomDay, (file) => {
      expect(compute(file)).toEqual(computeUptimeBySecond(file));
    }),
    { numRuns: 2000 },
  );
});

test('intervals tile the window, neighbours differ, and the seconds are theirs', () => {
  fc.assert(
    fc.property(randomDay, (file) => {
      const { intervals, seconds } = compute(file);
      const ends = intervals.map(({ to }) => to);
      expect(intervals.map(({ from }) => from)).toEqual([
        utc(file.window.from),
        ...ends.slice(0, -1),
      ]);
      expect(ends.at(-1)).toBe(utc(file.window.to));
      const counted: Record<string, number> = {};
      for (const [index, { state, from, to }] of intervals.entries()) {
        expect(Date.parse(from)).toBeLessThan(Date.parse(to));
        expect(intervals[index + 1]?.state).not.toBe(state);
        counted[state] = (counted[state] ?? 0) + (Date.parse(to) - Date.parse(from)) / 1000;
      }
      expect(seconds).toEqual({ ...NOTHING, ...counted });
    }),
    { numRuns: 300 },
  );
});

test('order of arrival, duplicates and a second run change nothing', () => {
  const shuffled = randomDay.chain((file) =>
    fc.record({
      file: fc.constant(file),
      rounds: shuffle([...file.rounds, ...file.rounds.slice(0, 100)]),
      maintenance: shuffle([...file.maintenance, ...file.maintenance]),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ file, rounds, maintenance }) => {
      const input = parseUptimeInput(file);
      const first = computeUptime(input);
      expect(computeUptime(input)).toEqual(first);
      expect(compute({ ...file, rounds, maintenance })).toEqual(first);
    }),
    { numRuns: 200 },
  );
});
