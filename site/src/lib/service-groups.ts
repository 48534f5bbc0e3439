import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { stateOfStatus, type State } from './state.ts';

/** The names of the services in each state, in the order of the page. */
export type ServiceGroups = Record<Exclude<State, 'maintenance'>, string[]>;

export function groupServices(services: readonly ServiceSnapshot[]): ServiceGroups {
  const groups: ServiceGroups = { up: [], degraded: [], down: [], unknown: [] };
  for (const { displayName, status } of services) groups[stateOfStatus(status)].push(displayName);
  return groups;
}
