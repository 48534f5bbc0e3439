import type { IncidentSeverity } from './incident.ts';

/** What the monitor may do by itself. */
export type IncidentPolicy = {
  /** Services that fail together are one incident. */
  groups: readonly (readonly string[])[];
  /** Services whose major outage is P1. */
  critical: readonly string[];
  publication: Record<IncidentSeverity, 'draft' | 'publish'>;
  /** How long a draft waits for a person before it publishes itself. */
  publishAfterMs: number;
  /** How long everything must be well before an incident is resolved. */
  resolveAfterMs: number;
};

/** Whether trouble with one is likely to be trouble with the other. */
export function areRelated(one: string, other: string, { groups }: IncidentPolicy): boolean {
  return one === other || groups.some((group) => group.includes(one) && group.includes(other));
}
