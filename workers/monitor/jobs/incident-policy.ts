import { incidentCatalog } from '../../../core/catalog/incidents.ts';
import type { IncidentPolicy } from '../../../core/incidents/incident-policy.ts';

/** The policy of the catalog for slots of this length: with faster checks, everything about them is faster. */
export function policyFor(slotMs: number): IncidentPolicy {
  const { publishAfterSlots, resolveAfterSlots, ...policy } = incidentCatalog;
  return {
    ...policy,
    publishAfterMs: publishAfterSlots * slotMs,
    resolveAfterMs: resolveAfterSlots * slotMs,
  };
}
