import * as z from 'zod';
import { RoundResult } from '../services/round-result.ts';
import { slotOf } from '../services/slot.ts';
import type { SlotRound } from './slot-round.ts';

/** Rounds with one result in slots that follow each other: the start of the first slot in milliseconds, how many. */
export type Run = {
  result: RoundResult;
  firstMs: number;
  count: number;
  /** Milliseconds over the rounds whose answer was timed; null when there was none. */
  latency: { min: number; median: number; max: number } | null;
};

/** A run that may still grow: plain JSON, at most an hour long. */
export const OpenRun = z.object({
  result: RoundResult,
  firstMs: z.number(),
  count: z.number(),
  latenciesMs: z.array(z.number()),
});
export type OpenRun = z.infer<typeof OpenRun>;

// A run ends with its hour: its latencies stay few enough to keep for the median, and no run crosses a day.
const LONGEST_MS = 3_600_000;

/** The run that a round belongs to: the open one and one more, or a new one. */
export function extendRun(open: OpenRun | null, round: SlotRound, intervalSec: number): OpenRun {
  const latenciesMs = round.latencyMs === null ? [] : [round.latencyMs];
  if (open === null || !isNext(open, round, intervalSec)) {
    return { result: round.result, firstMs: round.slotMs, count: 1, latenciesMs };
  }
  return { ...open, count: open.count + 1, latenciesMs: [...open.latenciesMs, ...latenciesMs] };
}

/** A run as it is stored. The median of an even number of latencies is the lower of the middle two: one that was seen. */
export function closeRun({ result, firstMs, count, latenciesMs }: OpenRun): Run {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const min = sorted[0];
  const median = sorted[(sorted.length - 1) >> 1];
  const max = sorted.at(-1);
  if (min === undefined || median === undefined || max === undefined) {
    return { result, firstMs, count, latency: null };
  }
  return { result, firstMs, count, latency: { min, median, max } };
}

function isNext(open: OpenRun, { result, slotMs }: SlotRound, intervalSec: number): boolean {
  return (
    open.result === result &&
    slotMs === open.firstMs + open.count * intervalSec * 1000 &&
    slotOf(slotMs, LONGEST_MS) === slotOf(open.firstMs, LONGEST_MS)
  );
}
