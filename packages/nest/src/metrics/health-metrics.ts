import type { Gauge, Registry } from 'prom-client';
import { getOrCreateGauge } from './get-or-create.ts';

export type HealthMetrics = {
  status: Gauge<'service'>;
  latency: Gauge<'service'>;
  redis: Gauge;
  instance: Gauge<'instance' | 'version' | 'commit'>;
  scrapeAge: Gauge;
};

/** What the process knows of its dependencies, of itself, and of whoever should be reading this. */
export function createHealthMetrics(registry: Registry): HealthMetrics {
  return {
    status: getOrCreateGauge(registry, {
      name: 'health_check_status',
      help: '1 = UP, 0 = DEGRADED or DOWN',
      labelNames: ['service'],
    }),
    latency: getOrCreateGauge(registry, {
      name: 'health_check_latency_ms',
      help: 'Latency of the last health check',
      labelNames: ['service'],
    }),
    redis: getOrCreateGauge(registry, {
      name: 'redis_health_status',
      help: '1 = Redis answers PING',
    }),
    instance: getOrCreateGauge(registry, {
      name: 'ktblog_instance_info',
      help: 'Which process answered this scrape',
      labelNames: ['instance', 'version', 'commit'],
    }),
    scrapeAge: getOrCreateGauge(registry, {
      name: 'metrics_scrape_age_seconds',
      help: 'Time since somebody last read these metrics, before this scrape',
    }),
  };
}
