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
  metrics.kt.recordRedisOperation('get', status);
  if (status === 'success' && random() >= CACHE_MISS_SHARE) return metrics.cacheHits.inc();
  metrics.cacheMisses.inc();
  metrics.queryDuration.observe(
    { operation: 'select', table: 'digital_products' },
    durationSec * 0.6,
  );
  metrics.kt.recordRedisOperation('set', status);
}

export function viewProduct(metrics: Metrics, { durationSec, random }: Visit): void {
  metrics.kt.recordProductView(pick(productTypes, random), pick(sources, random));
  metrics.queryDuration.observe(
    { operation: 'select', table: 'digital_products' },
    durationSec * 0.6,
  );
}

export function completeOrder(metrics: Metrics, { durationSec, sim, random }: Visit): void {
  const currency = pick(currencies, random);
  metrics.kt.recordOrder(drawLogNormal(45, 0.8, random), currency);
  metrics.queryDuration.observe({ operation: 'insert', table: 'orders' }, durationSec * 0.3);
  const status = sim.down.includes('smtp-email') ? 'error' : 'success';
  metrics.kt.recordEmailSent('order-confirmation', status);
}

export function logIn(metrics: Metrics): void {
  metrics.logins.inc();
  metrics.kt.recordRedisOperation('set', 'success');
}

export function registerUser(metrics: Metrics, { sim }: Visit): void {
  metrics.registrations.inc();
  const status = sim.down.includes('smtp-email') ? 'error' : 'success';
  metrics.kt.recordEmailSent('welcome', status);
}

export function processWebhook(metrics: Metrics, { durationSec, random }: Visit): void {
  metrics.kt.recordStripeWebhook(pick(eventTypes, random), durationSec * 0.9);
}

export function suggestTitle(metrics: Metrics, { durationSec }: Visit): void {
  metrics.kt.recordAiRequest('title_suggestion', durationSec * 0.95);
}

export function analyzeContent(metrics: Metrics, { durationSec }: Visit): void {
  metrics.kt.recordAiRequest('content_analysis', durationSec * 0.95);
}
