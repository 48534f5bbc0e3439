import { expect, test } from 'vitest';
import type { RoundResult } from '../services/round-result.ts';
import type { RoundRun } from './round-run.ts';
import { decodeStrips, encodeStrips, RoundStrip } from './round-strip.ts';

const START = Date.parse('2026-11-01T00:00:00Z');

function run(sec: number, result: RoundResult, count: number, intervalSec = 30): RoundRun {
  return { firstMs: START + sec * 1000, intervalSec, result, count };
}

test.each<[string, RoundRun[], [string, number, string][]]>([
  ['nothing is no strip', [], []],
  [
    'a run is a letter and its length',
    [run(0, 'up', 120)],
    [['2026-11-01T00:00:00.000Z', 30, 'u120']],
  ],
  [
    'runs of one result that follow each other are one',
    [run(0, 'up', 120), run(3600, 'up', 60)],
    [['2026-11-01T00:00:00.000Z', 30, 'u180']],
  ],
  [
    'slots without a round are told from rounds that measured nothing',
    [run(0, 'up', 2), run(120, 'none', 1), run(150, 'down', 3)],
    [['2026-11-01T00:00:00.000Z', 30, 'u2x2n1d3']],
  ],
  [
    'another rhythm is another strip',
    [run(0, 'up', 2), run(60, 'degraded', 1, 60), run(120, 'partial', 2, 60)],
    [
      ['2026-11-01T00:00:00.000Z', 30, 'u2'],
      ['2026-11-01T00:01:00.000Z', 60, 'g1p2'],
    ],
  ],
  [
    'rounds between the slots before them are another strip',
    [run(0, 'up', 2), run(75, 'up', 1)],
    [
      ['2026-11-01T00:00:00.000Z', 30, 'u2'],
      ['2026-11-01T00:01:15.000Z', 30, 'u1'],
    ],
  ],
])('%s', (_rule, runs, expected) => {
  const strips = encodeStrips(runs);
  expect(strips.map(({ from, intervalSec, results }) => [from, intervalSec, results])).toEqual(
    expected,
  );
  for (const strip of strips) expect(RoundStrip.parse(strip)).toEqual(strip);
  expect(encodeStrips(decodeStrips(strips))).toEqual(strips);
});

test('a strip is decoded to the rounds it was made of, and missing slots to none', () => {
  const runs = [run(0, 'up', 2), run(120, 'none', 1), run(150, 'down', 3)];
  expect(decodeStrips(encodeStrips(runs))).toEqual(runs);
});
