import { Registry } from 'prom-client';
import { createMetrics, type Metrics } from './metrics.ts';

export const VERSION = '1.4.2';

/** One simulated Node process: what it counted since it started. */
export type Instance = {
  id: string;
  startedAtMs: number;
  registry: Registry;
  metrics: Metrics;
};

export function createInstance(id: string, nowMs: number): Instance {
  const registry = new Registry();
  return { id, startedAtMs: nowMs, registry, metrics: createMetrics(registry) };
}

/** The registry is emptied, not replaced: prom-client never lets go of the observers of a new one. */
export function restartInstance(instance: Instance, nowMs: number): void {
  instance.registry.resetMetrics();
  instance.startedAtMs = nowMs;
}
