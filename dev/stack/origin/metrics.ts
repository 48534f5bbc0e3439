import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { KtMetrics } from '../../../packages/nest/src/metrics/index.ts';

const QUERY_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export type Metrics = ReturnType<typeof createMetrics>;

/** Every metric of one KTBlog process, registered on `registry`: its own, and those that the package adds as `kt`. */
export function createMetrics(registry: Registry) {
  const define = defineOn(registry);
  return {
    kt: new KtMetrics(registry),
    ...createHostMetrics(define),
    ...createProcessMetrics(registry, define),
  };
}

type Define = ReturnType<typeof defineOn>;

function defineOn(registry: Registry) {
  const registers = [registry];
  return {
    counter: (name: string, help: string) => new Counter({ name, help, registers }),
    gauge: <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      new Gauge({ name, help, labelNames, registers }),
    histogram: <L extends string>(name: string, help: string, shape: Shape<L>) =>
      new Histogram({ name, help, ...shape, registers }),
  };
}

type Shape<L extends string> = { labelNames: L[]; buckets: number[] };

function createHostMetrics({ counter, gauge, histogram }: Define) {
  return {
    queryDuration: histogram(
      'database_query_duration_seconds',
      'Duration of database queries in seconds',
      { labelNames: ['operation', 'table'], buckets: QUERY_BUCKETS },
    ),
    poolSize: gauge('database_connection_pool_size', 'Database connection pool size', ['state']),
    registrations: counter('user_registrations_total', 'Total user registrations'),
    logins: counter('user_logins_total', 'Total user logins'),
    cacheHits: counter('cache_hits_total', 'Total cache hits'),
    cacheMisses: counter('cache_misses_total', 'Total cache misses'),
  };
}

/** prom-client would report this very process; start time and heap are the simulated one's own. */
function createProcessMetrics(registry: Registry, { gauge }: Define) {
  collectDefaultMetrics({ register: registry });
  registry.removeSingleMetric('process_start_time_seconds');
  registry.removeSingleMetric('nodejs_heap_size_used_bytes');
  return {
    startTime: gauge(
      'process_start_time_seconds',
      'Start time of the process since unix epoch in seconds.',
    ),
    heapUsed: gauge('nodejs_heap_size_used_bytes', 'Process heap size used from Node.js in bytes.'),
  };
}
