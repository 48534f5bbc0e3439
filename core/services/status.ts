import * as z from 'zod';
import type { Ledger } from '../uptime/ledger.ts';

/** The state of a service as people and the API call it. UNKNOWN is never shown as fine. */
export const ServiceStatus = z.enum(['UP', 'DEGRADED', 'DOWN', 'UNKNOWN']);
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** The status that a state of the ledger gives. */
export function toStatus(state: Ledger['state']): ServiceStatus {
  switch (state) {
    case 'operational':
      return 'UP';
    case 'degraded':
    case 'partial_outage':
      return 'DEGRADED';
    case 'major_outage':
      return 'DOWN';
    case 'unknown':
      return 'UNKNOWN';
  }
}
