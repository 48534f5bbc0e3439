import type { Trouble } from '../../../core/snapshot/day-bars.ts';
import type { RoundResult } from '../../../core/services/round-result.ts';
import type { ServiceStatus } from '../../../core/services/status.ts';

/** A state that has a shape: of a service, or of the whole. */
export type State = 'up' | 'degraded' | 'down' | 'maintenance' | 'unknown';

/** A state as a bar draws it: its class and its colour. */
export type BarState = State | 'partial';

export const BAR_STATES = [
  'up',
  'degraded',
  'partial',
  'down',
  'maintenance',
  'unknown',
] as const satisfies BarState[];

export const STATE_WORDS = {
  up: 'Operational',
  degraded: 'Degraded',
  partial: 'Partial outage',
  down: 'Down',
  maintenance: 'Maintenance',
  unknown: 'Unknown',
} as const;

export function stateOfStatus(status: ServiceStatus): Exclude<State, 'maintenance'> {
  switch (status) {
    case 'UP':
      return 'up';
    case 'DEGRADED':
      return 'degraded';
    case 'DOWN':
      return 'down';
    case 'UNKNOWN':
      return 'unknown';
  }
}

export function stateOfResult(result: RoundResult): BarState {
  return result === 'none' ? 'unknown' : result;
}

export function stateOfTrouble(state: Trouble['state']): BarState {
  switch (state) {
    case 'partial_outage':
      return 'partial';
    case 'major_outage':
      return 'down';
    case 'degraded':
    case 'maintenance':
    case 'unknown':
      return state;
  }
}

const DAYS: Record<string, BarState> = {
  u: 'up',
  g: 'degraded',
  p: 'partial',
  d: 'down',
  m: 'maintenance',
};

/** The state of a day by its letter; a letter that nobody knows is no measurement. */
export function stateOfDay(letter: string): BarState {
  return DAYS[letter] ?? 'unknown';
}
