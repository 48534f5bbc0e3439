import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { getOrCreateCounter, getOrCreateGauge, getOrCreateHistogram } from './get-or-create.ts';

const WEBHOOK_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const AMOUNT_BUCKETS = [5, 10, 25, 50, 100, 250, 500, 1000];
const AI_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60];

export type ShopMetrics = {
  websockets: Gauge;
  webhookDuration: Histogram<'event_type'>;
  orderAmount: Histogram<'currency'>;
  carts: Gauge;
  productViews: Counter<'product_type' | 'source'>;
  redisOperations: Counter<'operation' | 'status'>;
  emails: Counter<'template' | 'status'>;
  aiDuration: Histogram<'operation'>;
};

/** The eight metrics of what happens in the shop. Amounts are in major units of the currency. */
export function createShopMetrics(registry: Registry): ShopMetrics {
  return {
    websockets: getOrCreateGauge(registry, {
      name: 'active_websocket_connections',
      help: 'Open Socket.io connections',
    }),
    webhookDuration: getOrCreateHistogram(registry, {
      name: 'stripe_webhook_processing_seconds',
      help: 'Time to process a Stripe webhook',
      labelNames: ['event_type'],
      buckets: WEBHOOK_BUCKETS,
    }),
    orderAmount: getOrCreateHistogram(registry, {
      name: 'order_total_amount',
      help: 'Order totals in major currency units',
      labelNames: ['currency'],
      buckets: AMOUNT_BUCKETS,
    }),
    carts: getOrCreateGauge(registry, {
      name: 'active_cart_count',
      help: 'Carts that have not expired',
    }),
    ...createCallMetrics(registry),
  };
}

function createCallMetrics(registry: Registry) {
  return {
    productViews: getOrCreateCounter(registry, {
      name: 'product_view_total',
      help: 'Product views',
      labelNames: ['product_type', 'source'],
    }),
    redisOperations: getOrCreateCounter(registry, {
      name: 'redis_operations_total',
      help: 'Redis operations',
      labelNames: ['operation', 'status'],
    }),
    emails: getOrCreateCounter(registry, {
      name: 'email_sent_total',
      help: 'E-mails handed to the transport',
      labelNames: ['template', 'status'],
    }),
    aiDuration: getOrCreateHistogram(registry, {
      name: 'ai_request_duration_seconds',
      help: 'AI provider calls',
      labelNames: ['operation'],
      buckets: AI_BUCKETS,
    }),
  };
}
