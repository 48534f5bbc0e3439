import { Counter, Gauge, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { KtMetrics } from './kt-metrics.ts';

function create() {
  const registry = new Registry();
  return { registry, metrics: new KtMetrics(registry) };
}

async function read(registry: Registry, name: string): Promise<string[]> {
  const lines = (await registry.getSingleMetricAsString(name)).split('\n');
  return lines.filter((line) => !line.startsWith('#') && !line.includes('_bucket'));
}

test.each<[string, (metrics: KtMetrics) => void, string[]]>([
  [
    'active_websocket_connections',
    (metrics) => {
      metrics.recordWebSocketConnection();
      metrics.recordWebSocketConnection();
      metrics.recordWebSocketDisconnection();
    },
    ['active_websocket_connections 1'],
  ],
  [
    'stripe_webhook_processing_seconds',
    (metrics) => metrics.recordStripeWebhook('invoice.paid', 0.2),
    [
      'stripe_webhook_processing_seconds_sum{event_type="invoice.paid"} 0.2',
      'stripe_webhook_processing_seconds_count{event_type="invoice.paid"} 1',
    ],
  ],
  [
    'order_total_amount',
    (metrics) => {
      metrics.recordOrder(12.5, 'USD');
      metrics.recordOrder(Number.NaN, 'USD');
    },
    ['order_total_amount_sum{currency="usd"} 12.5', 'order_total_amount_count{currency="usd"} 1'],
  ],
  ['active_cart_count', (metrics) => metrics.setActiveCartCount(7), ['active_cart_count 7']],
  [
    'product_view_total',
    (metrics) => metrics.recordProductView('ebook', 'search'),
    ['product_view_total{product_type="ebook",source="search"} 1'],
  ],
  [
    'redis_operations_total',
    (metrics) => metrics.recordRedisOperation('GET', 'error'),
    ['redis_operations_total{operation="get",status="error"} 1'],
  ],
  [
    'email_sent_total',
    (metrics) => metrics.recordEmailSent('welcome', 'success'),
    ['email_sent_total{template="welcome",status="success"} 1'],
  ],
  [
    'ai_request_duration_seconds',
    (metrics) => metrics.recordAiRequest('title_suggestion', 1.5),
    [
      'ai_request_duration_seconds_sum{operation="title_suggestion"} 1.5',
      'ai_request_duration_seconds_count{operation="title_suggestion"} 1',
    ],
  ],
  [
    'redis_health_status',
    (metrics) => metrics.recordHealth('redis', { status: 'DEGRADED', latencyMs: 900 }),
    ['redis_health_status 1'],
  ],
  [
    'health_check_status',
    (metrics) => metrics.recordHealth('redis', { status: 'DEGRADED', latencyMs: 900 }),
    ['health_check_status{service="redis"} 0'],
  ],
])('%s has what its helper was told', async (name, record, expected) => {
  const { registry, metrics } = create();
  record(metrics);
  expect(await read(registry, name)).toEqual(expected);
});

test('a metric that the host has is used, not replaced', async () => {
  const registry = new Registry();
  const labelNames = ['method', 'route', 'status_code'];
  const own = new Counter({
    name: 'http_requests_total',
    help: 'own',
    labelNames,
    registers: [registry],
  });
  const metrics = new KtMetrics(registry);
  expect(metrics.http.requests).toBe(own);
});

test.each([
  [
    'with other labels',
    (registers: Registry[]) =>
      new Counter({ name: 'email_sent_total', help: '-', labelNames: ['kind'], registers }),
    'Cannot record email_sent_total: the registry already has that name, with labels (kind) instead of (template, status)',
  ],
  [
    'of another type',
    (registers: Registry[]) =>
      new Gauge({
        name: 'email_sent_total',
        help: '-',
        labelNames: ['template', 'status'],
        registers,
      }),
    'Cannot record email_sent_total: the registry already has that name, with no counter',
  ],
])('a metric %s is refused at the start, by its name', (_case, register, message) => {
  const registry = new Registry();
  register([registry]);
  expect(() => new KtMetrics(registry)).toThrow(message);
});

test('a label that comes from outside takes a limited number of values', async () => {
  const { registry, metrics } = create();
  for (let n = 0; n < 500; n += 1) metrics.recordEmailSent(`template-${n}`, 'success');
  const lines = await read(registry, 'email_sent_total');
  expect(lines).toHaveLength(41);
  expect(lines).toContain('email_sent_total{template="other",status="success"} 460');
});

test('a label value that no programmer would write is other', async () => {
  const { registry, metrics } = create();
  metrics.recordProductView('<script>', 'web');
  metrics.recordOrder(5, 'dollars');
  expect(await read(registry, 'product_view_total')).toEqual([
    'product_view_total{product_type="other",source="web"} 1',
  ]);
  expect(await read(registry, 'order_total_amount')).toContain(
    'order_total_amount_count{currency="other"} 1',
  );
});

test('default metrics are added once, whoever was first', () => {
  const { registry, metrics } = create();
  metrics.ensureDefaultMetrics();
  metrics.ensureDefaultMetrics();
  expect(registry.getSingleMetric('process_cpu_user_seconds_total')).toBeDefined();
});

test('a second instance line replaces the first', async () => {
  const { registry, metrics } = create();
  for (const commit of ['a', 'b']) metrics.setInstance({ instance: 'i', version: '1', commit });
  expect(await read(registry, 'ktblog_instance_info')).toEqual([
    'ktblog_instance_info{instance="i",version="1",commit="b"} 1',
  ]);
});
