import * as z from 'zod';
import type { RoundResult } from '../services/round-result.ts';
import { slotOf } from '../services/slot.ts';
import { clipRun, type RoundRun } from './round-run.ts';

const CORRECTABLE = [
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'unknown',
] as const;

/**
 * What people say of a time that was measured wrong, or not at all. It replaces no round: the number as measured and the
 * number as corrected are both shown. Maintenance is no correction: it counts only when it was announced before.
 */
export const Correction = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  state: z.enum(CORRECTABLE),
  reason: z.string(),
  madeAt: z.iso.datetime(),
});
export type Correction = z.infer<typeof Correction>;

const RESULTS: Record<Correction['state'], RoundResult> = {
  operational: 'up',
  degraded: 'degraded',
  partial_outage: 'partial',
  major_outage: 'down',
  unknown: 'none',
};

/**
 * The runs as if every slot of a corrected time had held a round of the state that people say it was in; of several
 * corrections the one made last counts. Runs are in the order of their times; `intervalSec` is how far apart the rounds
 * of a corrected time are.
 */
export function applyCorrections(
  runs: readonly RoundRun[],
  corrections: readonly Correction[],
  intervalSec: number,
): RoundRun[] {
  const inOrder = corrections.toSorted((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt));
  return inOrder.reduce((left, correction) => applyOne(left, correction, intervalSec), [...runs]);
}

function applyOne(runs: RoundRun[], { from, to, state }: Correction, intervalSec: number) {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const slotMs = intervalSec * 1000;
  // The first slot that begins in the corrected time.
  const firstMs = slotOf(fromMs + slotMs - 1, slotMs);
  const said = {
    firstMs,
    intervalSec,
    result: RESULTS[state],
    count: Math.ceil((toMs - firstMs) / slotMs),
  };
  return [
    ...runs.flatMap((run) => clipRun(run, { fromMs: -Infinity, toMs: fromMs })),
    ...(said.count > 0 ? [said] : []),
    ...runs.flatMap((run) => clipRun(run, { fromMs: toMs, toMs: Infinity })),
  ];
}
