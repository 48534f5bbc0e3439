import * as z from 'zod';
import { RoundResult } from '../services/round-result.ts';

/** What a round that measured something said. */
export const MeasuredResult = RoundResult.exclude(['none']);
export type MeasuredResult = z.infer<typeof MeasuredResult>;

/** The state of a service in the ledger. `maintenance` is never decided: it is laid over the finished ledger. */
export const ServiceState = z.enum([
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'maintenance',
  'unknown',
]);
export type ServiceState = z.infer<typeof ServiceState>;

const STATES = {
  up: 'operational',
  degraded: 'degraded',
  partial: 'partial_outage',
  down: 'major_outage',
} as const;

/** A state that rounds can decide. */
export type MeasuredState = (typeof STATES)[MeasuredResult];

/** The state that a result stands for. */
export function toState(result: MeasuredResult): MeasuredState {
  return STATES[result];
}

const SEVERITIES = { operational: 0, degraded: 1, partial_outage: 2, major_outage: 3 } as const;

/** How much worse a state is than another one, in steps: negative when it is better, 0 when it is the same. */
export function stepsWorse(state: MeasuredState, than: MeasuredState): number {
  return SEVERITIES[state] - SEVERITIES[than];
}
