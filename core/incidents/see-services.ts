import type { ServiceStatus } from '../services/status.ts';
import { accountsFor, type MaintenanceWindow } from './maintenance-window.ts';
import type { SeenService } from './seen-service.ts';

type Stored = {
  services: readonly Omit<SeenService, 'isInWork'>[];
  windows: readonly MaintenanceWindow[];
};

/**
 * The services that are watched now, by what is stored and by the status that each has now: the ledger does not say
 * when rounds are missing.
 */
export function seeServices(
  { services, windows }: Stored,
  statuses: ReadonlyMap<string, ServiceStatus>,
  nowMs: number,
): SeenService[] {
  return services.flatMap((service) => {
    const status = statuses.get(service.serviceName);
    if (status === undefined) return [];
    const isInWork = windows.some((one) => accountsFor(one, service.serviceName, nowMs));
    return [{ ...service, state: status === 'UNKNOWN' ? 'unknown' : service.state, isInWork }];
  });
}
