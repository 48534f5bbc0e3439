import type { ServiceStatus } from './status.ts';

const WORST_FIRST = ['DOWN', 'DEGRADED', 'UNKNOWN'] as const;

/** One status for all services: the worst that was measured, then UNKNOWN. UP needs every service to be UP. */
export function overallStatus(statuses: readonly ServiceStatus[]): ServiceStatus {
  if (statuses.length === 0) return 'UNKNOWN';
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'UP';
}
