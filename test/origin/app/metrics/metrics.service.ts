import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** The ten metrics that KTBlog had before. */
@Injectable()
export class MetricsService implements OnModuleInit {
  readonly registry = new Registry();
  readonly #on = { registers: [this.registry] };
  readonly #duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests in seconds',
    labelNames: ['method', 'route', 'status_code'],
    buckets: REQUEST_BUCKETS,
    ...this.#on,
  });
  readonly #requests = new Counter({
    name: 'http_requests_total',
    help: 'Total number of HTTP requests',
    labelNames: ['method', 'route', 'status_code'],
    ...this.#on,
  });
  readonly activeConnections = new Gauge({
    name: 'http_active_connections',
    help: 'Number of active HTTP connections',
    ...this.#on,
  });
  readonly queryDuration = new Histogram({
    name: 'database_query_duration_seconds',
    help: 'Duration of database queries in seconds',
    labelNames: ['operation', 'table'],
    buckets: QUERY_BUCKETS,
    ...this.#on,
  });
  readonly poolSize = new Gauge({
    name: 'database_connection_pool_size',
    help: 'Database connection pool size',
    labelNames: ['state'],
    ...this.#on,
  });
  readonly registrations = new Counter({
    name: 'user_registrations_total',
    help: 'Total user registrations',
    ...this.#on,
  });
  readonly logins = new Counter({
    name: 'user_logins_total',
    help: 'Total user logins',
    ...this.#on,
  });
  readonly apiErrors = new Counter({
    name: 'api_errors_total',
    help: 'Total API errors',
    labelNames: ['type', 'route'],
    ...this.#on,
  });
  readonly cacheHits = new Counter({
    name: 'cache_hits_total',
    help: 'Total cache hits',
    ...this.#on,
  });
  readonly cacheMisses = new Counter({
    name: 'cache_misses_total',
    help: 'Total cache misses',
    ...this.#on,
  });

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  recordHttpRequest(
    labels: { method: string; route: string; status: number },
    seconds: number,
  ): void {
    const { method, route, status } = labels;
    const values = { method, route, status_code: String(status) };
    this.#requests.inc(values);
    this.#duration.observe(values, seconds);
  }
}
