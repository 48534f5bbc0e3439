import { clipRun, endOfRun, expandRuns, type RoundRun } from './round-run.ts';
import { addStretch, toStretches, type Stretch } from './stretch.ts';
import { toSlots } from './to-slots.ts';
import type { Span } from './uptime-input.ts';

/**
 * The stretches of a window that runs make, in the order of their times: the same as those of their rounds one by one,
 * without looking at each, unless the rounds are not where the slots of the window are.
 */
export function runsToStretches(
  runs: readonly RoundRun[],
  window: Span,
  intervalSec: number,
): Stretch[] {
  const inside = runs.flatMap((run) => clipRun(run, window));
  if (!areOnSlots(inside, window, intervalSec)) {
    return toStretches(toSlots(expandRuns(inside), window, intervalSec), intervalSec);
  }
  const stretches: Stretch[] = [];
  for (const { firstMs, result, count } of inside) {
    if (result !== 'none') addStretch(stretches, { firstMs, result, count }, intervalSec);
  }
  return stretches;
}

function areOnSlots(runs: readonly RoundRun[], { fromMs }: Span, intervalSec: number): boolean {
  const slotMs = intervalSec * 1000;
  let endMs = -Infinity;
  return runs.every((run) => {
    const fits = run.intervalSec === intervalSec && (run.firstMs - fromMs) % slotMs === 0;
    const follows = run.firstMs >= endMs;
    endMs = endOfRun(run);
    return fits && follows;
  });
}
