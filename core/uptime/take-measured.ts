import { encodeRuns } from './encode-runs.ts';
import type { Ledger, LedgerStep } from './ledger.ts';
import type { Rules } from './rules.ts';
import { stepsWorse, toState, type MeasuredState } from './service-state.ts';
import type { MeasuredRound } from './slot-round.ts';

/**
 * The ledger after a measured round. The first one sets the state, also after unknown. Later, when the last `confirm`
 * rounds are all worse than the state, the mildest of them becomes the state from the first of them on; when the last
 * `recover` rounds are all better, the worst of them does.
 *
 * Only rounds in a row on one side of the state are remembered: a round that agrees with the state, or is on the other
 * side, keeps every group of rounds that holds it from deciding.
 */
export function takeMeasured(ledger: Ledger, round: MeasuredRound, rules: Rules): LedgerStep {
  const { state } = ledger;
  const taken = { ...ledger, nextMs: round.slotMs + rules.intervalSec * 1000, missing: null };
  if (state === 'unknown') {
    return enter(taken, { state: toState(round.result), deciding: [round] }, rules);
  }
  const side = sideOf(round, state);
  if (side === 0) return { ledger: { ...taken, pending: [] }, changes: [] };
  const pending = [...ledger.pending.filter((earlier) => sideOf(earlier, state) === side), round];
  const needed = side > 0 ? rules.confirm : rules.recover;
  if (pending.length < needed) return { ledger: { ...taken, pending }, changes: [] };
  const deciding = pending.slice(-needed);
  return enter(taken, { state: nearestState(deciding, state), deciding }, rules);
}

type Decision = { state: MeasuredState; deciding: readonly MeasuredRound[] };

function enter(ledger: Ledger, { state, deciding }: Decision, { intervalSec }: Rules): LedgerStep {
  const fromMs = deciding[0]?.slotMs ?? ledger.nextMs;
  const lastAgreeing = deciding.findLastIndex(({ result }) => toState(result) === state);
  return {
    ledger: { ...ledger, state, sinceMs: fromMs, pending: deciding.slice(lastAgreeing + 1) },
    changes: [{ fromMs, state, rounds: encodeRuns(deciding, intervalSec) }],
  };
}

/** The mildest of rounds that are all worse than the state, the worst of rounds that are all better. */
function nearestState(deciding: readonly MeasuredRound[], to: MeasuredState): MeasuredState {
  const distance = (state: MeasuredState) => Math.abs(stepsWorse(state, to));
  return deciding
    .map(({ result }) => toState(result))
    .reduce((nearest, state) => (distance(state) < distance(nearest) ? state : nearest));
}

function sideOf({ result }: MeasuredRound, state: MeasuredState): number {
  return Math.sign(stepsWorse(toState(result), state));
}
