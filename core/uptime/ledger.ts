import * as z from 'zod';
import type { Run } from './run.ts';
import { ServiceState } from './service-state.ts';
import { MeasuredRound } from './slot-round.ts';

/**
 * What must be remembered of a service to go on with its ledger: plain JSON that does not grow with history. Times are
 * milliseconds since the epoch.
 */
export const Ledger = z.object({
  state: ServiceState.exclude(['maintenance']),
  sinceMs: z.number(),
  /** Start of the first slot that has not been taken in. */
  nextMs: z.number(),
  /** The missing slots in a row that end at `nextMs`. */
  missing: z.object({ sinceMs: z.number(), count: z.number() }).nullable(),
  /** The last measured rounds, all worse or all better than the state: fewer than it takes to change it. */
  pending: z.array(MeasuredRound),
});
export type Ledger = z.infer<typeof Ledger>;

/**
 * From `fromMs` on the state is this one, whatever was said before of that time; `rounds` are the measured rounds that
 * decided it, none for unknown. Applied to stored intervals: delete those that start at `fromMs` or later, end the one
 * that covers `fromMs` there, insert an open one. Applied twice it changes nothing.
 */
export type LedgerChange = { fromMs: number; state: Ledger['state']; rounds: readonly Run[] };

export type LedgerStep = {
  ledger: Ledger;
  /** To be applied in this order; mostly none, at most two. */
  changes: readonly LedgerChange[];
};

/** A ledger whose first slot starts at `fromMs`: unknown until something is measured. */
export function startLedger(fromMs: number): LedgerStep {
  return {
    ledger: { state: 'unknown', sinceMs: fromMs, nextMs: fromMs, missing: null, pending: [] },
    changes: [{ fromMs, state: 'unknown', rounds: [] }],
  };
}
