import { drawLogNormal, pick, type Random } from './distributions.ts';
import type { Metrics } from './metrics.ts';
import { productTypes } from './products.ts';
import type { SimState } from './sim-state.ts';

type Visit = { durationSec: number; sim: SimState; random: Random };

/** What a request that succeeded leaves in the metrics, besides itself. */
export type ShopEvent = (metrics: Metrics, visit: Visit) => void;

const CACHE_MISS_SHARE = 0.06;
const sources = ['web', 'search', 'email'] as const;
const currencies = ['usd', 'eur', 'ngn'] as const;
const eventTypes = [
  'checkout.session.completed',
  'payment_intent.succeeded',
  'invoice.paid',
  'charge.refunded',
] as const;

export function listProducts(metrics: Metrics, { durationSec, sim, random }: Visit): void {
  const status = sim.down.includes('redis') ? 'error' : 'success';
  metrics.redisOperations.inc({ operation: 'get', status });
  if (status === 'success' && random() >= CACHE_MISS_SHARE) return metrics.cacheHits.inc();
  metrics.cacheMisses.inc();
  metrics.queryDuration.observe(
    { operation: 'select', table: 'digital_products' },
    durationSec * 0.6,
  );
  metrics.redisOperations.inc({ operation: 'set', status });
}

export function viewProduct(metrics: Metrics, { durationSec, random }: Visit): void {
  metrics.productViews.inc({
    product_type: pick(productTypes, random),
    source: pick(sources, random),
  });
  metrics.queryDuration.observe(
    { operation: 'select', table: 'digital_products' },
    durationSec * 0.6,
  );
}

export function completeOrder(metrics: Metrics, { durationSec, sim, random }: Visit): void {
  metrics.orderAmount.observe(
    { currency: pick(currencies, random) },
    drawLogNormal(45, 0.8, random),
  );
  metrics.queryDuration.observe({ operation: 'insert', table: 'orders' }, durationSec * 0.3);
  const status = sim.down.includes('smtp-email') ? 'error' : 'success';
  metrics.emails.inc({ template: 'order-confirmation', status });
}

export function logIn(metrics: Metrics): void {
  metrics.logins.inc();
  metrics.redisOperations.inc({ operation: 'set', status: 'success' });
}

export function registerUser(metrics: Metrics, { sim }: Visit): void {
  metrics.registrations.inc();
  const status = sim.down.includes('smtp-email') ? 'error' : 'success';
  metrics.emails.inc({ template: 'welcome', status });
}

export function processWebhook(metrics: Metrics, { durationSec, random }: Visit): void {
  metrics.webhookDuration.observe({ event_type: pick(eventTypes, random) }, durationSec * 0.9);
}

export function suggestTitle(metrics: Metrics, { durationSec }: Visit): void {
  metrics.aiDuration.observe({ operation: 'title_suggestion' }, durationSec * 0.95);
}

export function analyzeContent(metrics: Metrics, { durationSec }: Visit): void {
  metrics.aiDuration.observe({ operation: 'content_analysis' }, durationSec * 0.95);
}
