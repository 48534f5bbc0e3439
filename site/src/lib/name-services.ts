import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';

/** The names that visitors know of the services; one that is not shown any more keeps its own. */
export function nameServices(
  serviceNames: readonly string[],
  services: readonly ServiceSnapshot[],
): string[] {
  return serviceNames.map(
    (name) => services.find(({ serviceName }) => serviceName === name)?.displayName ?? name,
  );
}
