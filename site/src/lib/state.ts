import type { RoundResult } from '../../../core/services/round-result.ts';
import type { ServiceStatus } from '../../../core/services/status.ts';

/** A state as the page draws it: the name of its shape, its colour and its class. */
export type State = 'up' | 'degraded' | 'down' | 'unknown';

export const STATES = ['up', 'degraded', 'down', 'unknown'] as const;

export const STATE_WORDS = {
  up: 'Operational',
  degraded: 'Degraded',
  down: 'Down',
  unknown: 'Unknown',
} as const;

export function stateOfStatus(status: ServiceStatus): State {
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

export function stateOfResult(result: RoundResult): State {
  switch (result) {
    case 'up':
      return 'up';
    case 'degraded':
    case 'partial':
      return 'degraded';
    case 'down':
      return 'down';
    case 'none':
      return 'unknown';
  }
}
