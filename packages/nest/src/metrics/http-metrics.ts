import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { getOrCreateCounter, getOrCreateGauge, getOrCreateHistogram } from './get-or-create.ts';

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const ACTIVE = 'http_active_connections';

type RequestLabel = 'method' | 'route' | 'status_code';

export type HttpMetrics = {
  duration: Histogram<RequestLabel>;
  requests: Counter<RequestLabel>;
  /** Requests in flight. */
  active: Gauge;
  /** Whether nobody had that gauge before, so that nobody else sets it. */
  isActiveOurs: boolean;
  errors: Counter<'type' | 'route'>;
};

/** The request metrics that KTBlog has already; another host gets them here. */
export function createHttpMetrics(registry: Registry): HttpMetrics {
  const isActiveOurs = registry.getSingleMetric(ACTIVE) === undefined;
  return {
    isActiveOurs,
    duration: getOrCreateHistogram(registry, {
      name: 'http_request_duration_seconds',
      help: 'Duration of HTTP requests in seconds',
      labelNames: ['method', 'route', 'status_code'],
      buckets: REQUEST_BUCKETS,
    }),
    requests: getOrCreateCounter(registry, {
      name: 'http_requests_total',
      help: 'Total number of HTTP requests',
      labelNames: ['method', 'route', 'status_code'],
    }),
    active: getOrCreateGauge(registry, {
      name: ACTIVE,
      help: 'Number of active HTTP connections',
    }),
    errors: getOrCreateCounter(registry, {
      name: 'api_errors_total',
      help: 'Total API errors',
      labelNames: ['type', 'route'],
    }),
  };
}
