import { worstResult } from '../services/round-result.ts';
import { slotOf } from '../services/slot.ts';
import { isMeasured, type MeasuredRound, type SlotRound } from './slot-round.ts';
import type { Span, UptimeInput } from './uptime-input.ts';

/**
 * The slots of the window in which something was measured, oldest first. Slots are counted from the start of the
 * window; a round belongs to the slot it falls in, and of several the worst counts. Rounds outside the window leave no
 * trace, and neither do rounds without a measurement: a slot that has no other is missing, as one without a round is.
 */
export function toSlots(
  rounds: UptimeInput['rounds'],
  { fromMs, toMs }: Span,
  intervalSec: number,
): MeasuredRound[] {
  const placed = rounds
    .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    .map(({ atMs, result }): SlotRound => {
      const slotMs = fromMs + slotOf(atMs - fromMs, intervalSec * 1000);
      return { slotMs, result, latencyMs: null };
    })
    .filter(isMeasured)
    .toSorted((a, b) => a.slotMs - b.slotMs);
  return keepWorst(placed);
}

function keepWorst(placed: readonly MeasuredRound[]): MeasuredRound[] {
  const slots: MeasuredRound[] = [];
  for (const round of placed) {
    const known = slots.at(-1);
    if (known?.slotMs !== round.slotMs) slots.push(round);
    else if (worstResult([known.result, round.result]) !== known.result) slots.splice(-1, 1, round);
  }
  return slots;
}
