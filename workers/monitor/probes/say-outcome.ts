import type { Outcome, Round } from '../../../core/services/outcome.ts';
import { sayOnChange } from '../../shared/log.ts';
import type { Probed } from './run-round.ts';

/** One line per change, for the person who runs Pharos: what a service is and, unless it is well, why. */
export function sayOutcome({ probe, outcome }: Probed, round: Round | null): void {
  if (outcome === null) return;
  const { serviceName } = probe;
  sayOnChange(`service ${serviceName}`, `${serviceName} is ${describe(outcome, round)}`);
}

function describe(outcome: Outcome, round: Round | null): string {
  if (round === null) return `not configured: ${'remedy' in outcome ? outcome.remedy : ''}`;
  const state = round.result === 'none' ? 'unknown' : round.result;
  return round.reason === null ? state : `${state}: ${round.reason}`;
}
