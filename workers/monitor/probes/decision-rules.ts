import type { DecisionRules } from '../../../core/uptime/ledger-extract.ts';
import { probes } from './index.ts';

const UNKNOWN_AFTER_MISSED = 3;
/** Of a service that is no longer watched. */
const DEFAULTS = { confirm: 2, recover: 2, unknownAfterMissed: UNKNOWN_AFTER_MISSED };

/** How the rounds of a service become states. */
export function decisionRules(serviceName: string): DecisionRules {
  const probe = probes.find((one) => one.serviceName === serviceName);
  if (probe === undefined) return DEFAULTS;
  const { confirm, recover } = probe;
  return { confirm, recover, unknownAfterMissed: UNKNOWN_AFTER_MISSED };
}
