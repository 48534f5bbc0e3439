import type { RoundResult } from '../services/round-result.ts';
import type { UptimeInput } from './uptime-input.ts';

/** Rounds of one result, `intervalSec` apart: the time of the first in milliseconds, and how many. */
export type RoundRun = { firstMs: number; intervalSec: number; result: RoundResult; count: number };

/** The rounds one by one, as `computeUptime` takes them. */
export function expandRuns(runs: readonly RoundRun[]): UptimeInput['rounds'] {
  return runs.flatMap(({ firstMs, intervalSec, result, count }) =>
    Array.from({ length: count }, (_, index) => ({
      atMs: firstMs + index * intervalSec * 1000,
      result,
    })),
  );
}

/** What of a run lies in the span from `fromMs` to just before `toMs`; nothing, or one run. */
export function clipRun(
  run: RoundRun,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): RoundRun[] {
  const slotMs = run.intervalSec * 1000;
  const before = Math.max(0, Math.ceil((fromMs - run.firstMs) / slotMs));
  const until = Math.min(run.count, Math.ceil((toMs - run.firstMs) / slotMs));
  if (until <= before) return [];
  return [{ ...run, firstMs: run.firstMs + before * slotMs, count: until - before }];
}

/** When the slot after the last round of a run begins. */
export function endOfRun({ firstMs, intervalSec, count }: RoundRun): number {
  return firstMs + count * intervalSec * 1000;
}
