import type { MeasuredResult } from './service-state.ts';
import type { MeasuredRound } from './slot-round.ts';

/** Measured slots of one result that follow each other: the start of the first in milliseconds, and how many. */
export type Stretch = { firstMs: number; result: MeasuredResult; count: number };

/** Slots in their order as stretches. A slot that was not measured ends one. */
export function toStretches(slots: readonly MeasuredRound[], intervalSec: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { slotMs, result } of slots) {
    const last = stretches.at(-1);
    const isNext = last?.result === result && slotMs === endOfStretch(last, intervalSec);
    if (isNext) last.count += 1;
    else stretches.push({ firstMs: slotMs, result, count: 1 });
  }
  return stretches;
}

/** Milliseconds; the start of the slot after the last one. */
export function endOfStretch({ firstMs, count }: Stretch, intervalSec: number): number {
  return firstMs + count * intervalSec * 1000;
}
