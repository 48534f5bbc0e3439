import { expect, test } from 'vitest';
import type { SlotRound } from '../uptime/slot-round.ts';
import { advanceService, type ServiceStep } from './advance-service.ts';

const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };
const at = (n: number) => n * 30_000;

function play(rounds: readonly SlotRound[]): ServiceStep[] {
  const steps: ServiceStep[] = [];
  for (const round of rounds) {
    steps.push(advanceService(steps.at(-1)?.record ?? null, round, rules));
  }
  return steps;
}

const round = (n: number, result: SlotRound['result']) => ({ slotMs: at(n), result, latencyMs: 5 });

test('the first round opens the ledger with its state', () => {
  const [first] = play([round(4, 'up')]);
  expect(first).toMatchObject({
    closeAtMs: at(4),
    intervals: [{ fromMs: at(4), toMs: null, state: 'operational' }],
    run: { result: 'up', firstMs: at(4), count: 1 },
  });
});

test('rounds that change nothing store nothing but their run', () => {
  const [, , third] = play([round(1, 'up'), round(2, 'up'), round(3, 'up')]);
  expect(third).toMatchObject({
    closeAtMs: null,
    intervals: [],
    run: { firstMs: at(1), count: 3 },
  });
});

test('an outage begins with the first of the rounds that confirm it', () => {
  const [, second, third] = play([round(1, 'up'), round(2, 'down'), round(3, 'down')]);
  expect(second?.intervals).toEqual([]);
  expect(third).toMatchObject({
    closeAtMs: at(2),
    intervals: [{ fromMs: at(2), toMs: null, state: 'major_outage' }],
  });
});

test('a gap of three slots is unknown, and ends with the round after it', () => {
  const [, second] = play([round(1, 'up'), round(5, 'down')]);
  expect(second).toMatchObject({
    closeAtMs: at(2),
    intervals: [
      { fromMs: at(2), toMs: at(5), state: 'unknown' },
      { fromMs: at(5), toMs: null, state: 'major_outage' },
    ],
  });
});
