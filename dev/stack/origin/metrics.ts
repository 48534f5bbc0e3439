import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];
const WEBHOOK_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const AMOUNT_BUCKETS = [5, 10, 25, 50, 100, 250, 500, 1000];
const AI_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60];

export type Metrics = ReturnType<typeof createMetrics>;

/** Every metric of one KTBlog process, registered on `registry`. */
export function createMetrics(registry: Registry) {
  const define = defineOn(registry);
  return {
    ...createRequestMetrics(define),
    ...createShopMetrics(define),
    ...createHealthMetrics(define),
    ...createProcessMetrics(registry, define),
  };
}

type Define = ReturnType<typeof defineOn>;

function defineOn(registry: Registry) {
  const registers = [registry];
  return {
    counter: <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      new Counter({ name, help, labelNames, registers }),
    gauge: <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      new Gauge({ name, help, labelNames, registers }),
    histogram: <L extends string>(name: string, help: string, shape: Shape<L>) =>
      new Histogram({ name, help, ...shape, registers }),
  };
}

type Shape<L extends string> = { labelNames: L[]; buckets: number[] };

function createRequestMetrics({ counter, gauge, histogram }: Define) {
  return {
    requestDuration: histogram(
      'http_request_duration_seconds',
      'Duration of HTTP requests in seconds',
      { labelNames: ['method', 'route', 'status_code'], buckets: REQUEST_BUCKETS },
    ),
    requests: counter('http_requests_total', 'Total number of HTTP requests', [
      'method',
      'route',
      'status_code',
    ]),
    activeConnections: gauge('http_active_connections', 'Number of active HTTP connections'),
    queryDuration: histogram(
      'database_query_duration_seconds',
      'Duration of database queries in seconds',
      { labelNames: ['operation', 'table'], buckets: QUERY_BUCKETS },
    ),
    poolSize: gauge('database_connection_pool_size', 'Database connection pool size', ['state']),
    registrations: counter('user_registrations_total', 'Total user registrations'),
    logins: counter('user_logins_total', 'Total user logins'),
    apiErrors: counter('api_errors_total', 'Total API errors', ['type', 'route']),
    cacheHits: counter('cache_hits_total', 'Total cache hits'),
    cacheMisses: counter('cache_misses_total', 'Total cache misses'),
  };
}

function createShopMetrics({ counter, gauge, histogram }: Define) {
  return {
    websockets: gauge('active_websocket_connections', 'Open Socket.io connections'),
    webhookDuration: histogram(
      'stripe_webhook_processing_seconds',
      'Time to process a Stripe webhook',
      { labelNames: ['event_type'], buckets: WEBHOOK_BUCKETS },
    ),
    orderAmount: histogram('order_total_amount', 'Order totals in major currency units', {
      labelNames: ['currency'],
      buckets: AMOUNT_BUCKETS,
    }),
    carts: gauge('active_cart_count', 'Carts that have not expired'),
    productViews: counter('product_view_total', 'Product views', ['product_type', 'source']),
    redisOperations: counter('redis_operations_total', 'Redis operations', ['operation', 'status']),
    emails: counter('email_sent_total', 'E-mails handed to the transport', ['template', 'status']),
    aiDuration: histogram('ai_request_duration_seconds', 'AI provider calls', {
      labelNames: ['operation'],
      buckets: AI_BUCKETS,
    }),
  };
}

function createHealthMetrics({ gauge }: Define) {
  return {
    healthStatus: gauge('health_check_status', '1 = UP, 0 = DEGRADED or DOWN', ['service']),
    healthLatency: gauge('health_check_latency_ms', 'Latency of the last health check', [
      'service',
    ]),
    redisHealth: gauge('redis_health_status', '1 = Redis answers PING'),
    instanceInfo: gauge('ktblog_instance_info', 'Which process answered this scrape', [
      'instance',
      'version',
      'commit',
    ]),
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
