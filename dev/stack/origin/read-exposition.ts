import { checkHealth } from './health.ts';
import { VERSION, type Instance } from './instance.ts';
import type { World } from './world.ts';

/** What `instance` answers to a scrape. */
export async function readExposition(world: World, instance: Instance): Promise<string> {
  const { metrics, registry, id, startedAtMs } = instance;
  const { commit, heapMb } = world.sim;
  metrics.instanceInfo.reset();
  metrics.instanceInfo.set({ instance: id, version: VERSION, commit }, 1);
  metrics.startTime.set(Math.round(startedAtMs / 1000));
  metrics.heapUsed.set(process.memoryUsage().heapUsed + heapMb * 1024 * 1024);
  recordHealth(world, instance);
  return registry.metrics();
}

function recordHealth(world: World, instance: Instance) {
  const { healthStatus, healthLatency, redisHealth } = instance.metrics;
  const { services } = checkHealth(world, instance);
  for (const [service, { status, latencyMs }] of Object.entries(services)) {
    healthStatus.set({ service }, status === 'UP' ? 1 : 0);
    healthLatency.set({ service }, latencyMs);
  }
  redisHealth.set(services['redis']?.status === 'UP' ? 1 : 0);
}
