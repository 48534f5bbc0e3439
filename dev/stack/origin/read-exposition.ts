import { checkHealth } from './health.ts';
import { VERSION, type Instance } from './instance.ts';
import type { World } from './world.ts';

/** What `instance` answers to a scrape. */
export async function readExposition(world: World, instance: Instance): Promise<string> {
  const { metrics, registry, id, startedAtMs } = instance;
  const { commit, heapMb } = world.sim;
  metrics.kt.setInstance({ instance: id, version: VERSION, commit });
  metrics.startTime.set(Math.round(startedAtMs / 1000));
  metrics.heapUsed.set(process.memoryUsage().heapUsed + heapMb * 1024 * 1024);
  recordHealth(world, instance);
  return registry.metrics();
}

function recordHealth(world: World, instance: Instance) {
  const { services } = checkHealth(world, instance);
  for (const [service, health] of Object.entries(services)) {
    instance.metrics.kt.recordHealth(service, health);
  }
}
