import * as z from 'zod';
import { RoundResult } from '../services/round-result.ts';
import { MeasuredResult } from './service-state.ts';

/** What one slot held: its start and the latency in milliseconds, null when no answer was timed. */
export type SlotRound = { slotMs: number; result: RoundResult; latencyMs: number | null };

export const MeasuredRound = z.object({
  slotMs: z.number(),
  result: MeasuredResult,
  latencyMs: z.number().nullable(),
});
export type MeasuredRound = z.infer<typeof MeasuredRound>;

export function isMeasured(round: SlotRound): round is MeasuredRound {
  return round.result !== 'none';
}
