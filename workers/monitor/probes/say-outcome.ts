import { sayOnChange } from '../../shared/log.ts';
import type { Probed } from './run-round.ts';

/** One line per change, for the person who runs Pharos: what a service is and, unless it is well, why. */
export function sayOutcome({ probe, outcome }: Probed): void {
  if (outcome === null) return;
  const subject = `service ${probe.serviceName}`;
  switch (outcome.kind) {
    case 'not-configured':
    case 'not-reported':
      return sayOnChange(subject, `${probe.serviceName} is not configured: ${outcome.remedy}`);
    case 'unknown':
      return sayOnChange(subject, `${probe.serviceName} is unknown: ${outcome.reason}`);
    case 'up':
      return sayOnChange(subject, `${probe.serviceName} is up`);
    case 'degraded':
    case 'down': {
      const why = outcome.reason === null ? '' : `: ${outcome.reason}`;
      return sayOnChange(subject, `${probe.serviceName} is ${outcome.kind}${why}`);
    }
  }
}
