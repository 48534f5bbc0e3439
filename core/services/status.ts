import * as z from 'zod';
import type { RoundResult } from './round-result.ts';

/** The state of a service as people and the API call it. UNKNOWN is never shown as fine. */
export const ServiceStatus = z.enum(['UP', 'DEGRADED', 'DOWN', 'UNKNOWN']);
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** The status that one round alone gives. */
export function toStatus(result: RoundResult): ServiceStatus {
  switch (result) {
    case 'up':
      return 'UP';
    case 'degraded':
    case 'partial':
      return 'DEGRADED';
    case 'down':
      return 'DOWN';
    case 'none':
      return 'UNKNOWN';
  }
}
