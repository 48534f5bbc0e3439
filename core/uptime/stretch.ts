import type { MeasuredResult } from './service-state.ts';
import type { MeasuredRound } from './slot-round.ts';

/** Measured slots of one result that follow each other: the start of the first in milliseconds, and how many. */
export type Stretch = { firstMs: number; result: MeasuredResult; count: number };

/** Slots in their order as stretches. A slot that was not measured ends one. */
export function toStretches(slots: readonly MeasuredRound[], intervalSec: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { slotMs: firstMs, result } of slots) {
    addStretch(stretches, { firstMs, result, count: 1 }, intervalSec);
  }
  return stretches;
}

/** Adds a stretch that comes later: to the last one, where it goes on with its result. */
export function addStretch(stretches: Stretch[], next: Stretch, intervalSec: number): void {
  const last = stretches.at(-1);
  const goesOn = last?.result === next.result && next.firstMs === endOfStretch(last, intervalSec);
  if (goesOn) last.count += next.count;
  else stretches.push({ ...next });
}

/** Milliseconds; the start of the slot after the last one. */
export function endOfStretch({ firstMs, count }: Stretch, intervalSec: number): number {
  return firstMs + count * intervalSec * 1000;
}
