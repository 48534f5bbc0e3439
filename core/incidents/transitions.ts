import type { IncidentStatus } from './incident.ts';

/** From each status to which others; what is resolved opens again only by `reopen`. */
const NEXT: Record<IncidentStatus, readonly IncidentStatus[]> = {
  INVESTIGATING: ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'],
  // A cause may turn out to be another one, and a recovery to be none.
  IDENTIFIED: ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'],
  MONITORING: ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'],
  RESOLVED: [],
};

const STATUSES = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'] as const;

export const OPEN_STATUSES = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING'] as const;

/** Whether an update may take an incident from one status to another. */
export function mayMove(from: IncidentStatus, to: IncidentStatus): boolean {
  return NEXT[from].includes(to);
}

/** The statuses from which an update may lead to this one; without one to lead to, a word changes no status. */
export function statusesBefore(to: IncidentStatus | null): IncidentStatus[] {
  return STATUSES.filter((from) => to === null || mayMove(from, to));
}
