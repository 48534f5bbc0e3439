import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditPeriod } from './audit-period.ts';
import { computeUptime } from './compute-uptime.ts';
import { encodeStrips } from './round-strip.ts';
import { START_MS } from './testing/letters.ts';
import { parseUptimeInput } from './uptime-input.ts';
import { writeUptimeFile } from './write-uptime-file.ts';

const rules = { confirm: 2, recover: 2, unknownAfterMissed: 3 };

const segment = fc.record({
  result: fc.constantFrom('up', 'degraded', 'partial', 'down', 'none', null),
  count: fc.integer({ min: 1, max: 40 }),
});
const span = fc
  .record({
    fromSec: fc.integer({ min: -900, max: 30_000 }),
    lengthSec: fc.integer({ min: 1, max: 9000 }),
  })
  .map(({ fromSec, lengthSec }) => ({
    from: iso(START_MS + fromSec * 1000),
    to: iso(START_MS + (fromSec + lengthSec) * 1000),
  }));
const correction = fc
  .record({
    span,
    state: fc.constantFrom('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown'),
    madeSec: fc.nat(1000),
  })
  .map(({ span: { from, to }, state, madeSec }) => ({
    from,
    to,
    state,
    reason: '',
    madeAt: iso(START_MS + madeSec * 1000),
  }));
const maintenance = fc
  .record({ span, announced: fc.boolean() })
  .map(({ span: { from, to }, announced }) => ({
    from,
    to,
    announcedAt: announced ? iso(START_MS - 86_400_000) : null,
  }));
const service = fc
  .record({
    segments: fc.array(segment, { maxLength: 40 }),
    // Rounds beside the slots of the window, and a second rhythm after the first.
    shiftSec: fc.constantFrom(0, 0, 0, 7),
    secondSec: fc.constantFrom(60, 60, 30),
    corrections: fc.array(correction, { maxLength: 3 }),
    maintenance: fc.array(maintenance, { maxLength: 3 }),
  })
  .map(({ segments, shiftSec, secondSec, ...rest }) => {
    let firstMs = START_MS + shiftSec * 1000;
    const runs = segments.flatMap(({ result, count }, index) => {
      const intervalSec = index < segments.length / 2 ? 60 : secondSec;
      const run = { firstMs, intervalSec, count };
      firstMs += count * intervalSec * 1000;
      return result === null ? [] : [{ ...run, result }];
    });
    return { ...rest, rules, rounds: encodeStrips(runs) };
  });
const window = fc
  .record({ fromSec: fc.integer({ min: -5, max: 200 }), slots: fc.integer({ min: 1, max: 700 }) })
  .map(({ fromSec, slots }) => ({
    fromMs: START_MS + fromSec * 60_000,
    toMs: START_MS + (fromSec + slots) * 60_000,
  }));

test('whoever downloads a period and runs the command gets the numbers shown, as measured and as corrected', () => {
  fc.assert(
    fc.property(service, window, (evidence, asked) => {
      const audit = auditPeriod(evidence, asked);
      const { input, measured, corrected } = audit;
      expect(recompute(writeUptimeFile(input))).toEqual(measured);
      const again = corrected && recompute(writeUptimeFile(corrected.input));
      expect(again).toEqual(corrected && corrected.uptime);
    }),
    { numRuns: 400 },
  );
});

test('a correction of another time leaves a period as it was measured', () => {
  const evidence = {
    rules,
    rounds: encodeStrips([{ firstMs: START_MS, intervalSec: 60, result: 'down', count: 60 }]),
    corrections: [
      {
        from: iso(START_MS + 3_600_000),
        to: iso(START_MS + 7_200_000),
        state: 'operational' as const,
        reason: '',
        madeAt: iso(START_MS),
      },
    ],
    maintenance: [],
  };
  const hour = { fromMs: START_MS, toMs: START_MS + 3_600_000 };
  expect(auditPeriod(evidence, hour)).toMatchObject({ corrected: null, corrections: [] });
});

function recompute(pieces: Iterable<string>) {
  return computeUptime(parseUptimeInput(JSON.parse([...pieces].join(''))));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
