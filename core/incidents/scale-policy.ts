import { incidentCatalog } from '../catalog/incidents.ts';
import type { Patience } from '../services/find-contradictions.ts';
import type { IncidentPolicy } from './incident-policy.ts';

/** The policy of the catalog for slots of this length: with faster checks, everything about them is faster. */
export function policyFor(slotMs: number): IncidentPolicy {
  const { publishAfterSlots, resolveAfterSlots, ...policy } = incidentCatalog;
  return {
    ...policy,
    publishAfterMs: publishAfterSlots * slotMs,
    resolveAfterMs: resolveAfterSlots * slotMs,
  };
}

/** Slots: 3 minutes, 10 minutes, half an hour. */
const WARN_SLOTS = 6;
const TELL_SLOTS = 20;
const LEAST_USUAL_SLOTS = 60;

/** How long words and measurements may be apart; an incident may last twice as long as half of them do. */
export function patienceFor(slotMs: number, usualMs: number | null): Patience {
  return {
    warnMs: WARN_SLOTS * slotMs,
    tellMs: TELL_SLOTS * slotMs,
    usualMs: Math.max(LEAST_USUAL_SLOTS * slotMs, 2 * (usualMs ?? 0)),
  };
}
