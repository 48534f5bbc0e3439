import { closeRun, extendRun, type OpenRun, type Run } from './run.ts';
import type { SlotRound } from './slot-round.ts';

/** Rounds in the order of their slots as runs of one result. A slot without a round ends a run. */
export function encodeRuns(rounds: readonly SlotRound[], intervalSec: number): Run[] {
  const runs: OpenRun[] = [];
  for (const round of rounds) {
    const open = runs.at(-1) ?? null;
    const run = extendRun(open, round, intervalSec);
    if (run.firstMs === open?.firstMs) runs.pop();
    runs.push(run);
  }
  return runs.map(closeRun);
}
