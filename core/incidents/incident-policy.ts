import type { Evidence, IncidentSeverity } from './incident.ts';

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

/** How grave outages are together. */
export function severityOf(
  outages: readonly Pick<Evidence, 'service' | 'state'>[],
  { critical }: IncidentPolicy,
): IncidentSeverity {
  const major = outages.filter(({ state }) => state === 'major_outage');
  if (major.some(({ service }) => critical.includes(service))) return 'P1';
  return major.length > 0 ? 'P2' : 'P3';
}

/** The graver of two: P1 is the gravest. */
export function graver(one: IncidentSeverity, other: IncidentSeverity): IncidentSeverity {
  return one < other ? one : other;
}
