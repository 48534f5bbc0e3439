import { collectDefaultMetrics, type Registry } from 'prom-client';
import { boundedLabel } from './bounded-label.ts';
import { createHealthMetrics, type HealthMetrics } from './health-metrics.ts';
import { createHttpMetrics, type HttpMetrics } from './http-metrics.ts';
import { createShopMetrics, type ShopMetrics } from './shop-metrics.ts';

export type CallStatus = 'success' | 'error';

export type InstanceInfo = { instance: string; version: string; commit: string };

export type ServiceReading = { status: 'UP' | 'DEGRADED' | 'DOWN'; latencyMs: number };

/**
 * Every metric that Pharos reads from an origin, on the registry that the origin has. A metric that is registered under
 * its name already is used as it is; one with other labels is refused when this is made. Labels that come from outside
 * take a limited number of values and then become `other`.
 */
export class KtMetrics {
  readonly registry: Registry;
  readonly http: HttpMetrics;
  readonly shop: ShopMetrics;
  readonly health: HealthMetrics;
  readonly #labels = {
    currency: boundedLabel(40, /^[a-z]{3}$/),
    event: boundedLabel(60),
    product: boundedLabel(20),
    source: boundedLabel(20),
    template: boundedLabel(40),
    operation: boundedLabel(60),
    ai: boundedLabel(30),
    error: boundedLabel(60),
  };

  constructor(registry: Registry) {
    this.registry = registry;
    this.http = createHttpMetrics(registry);
    this.shop = createShopMetrics(registry);
    this.health = createHealthMetrics(registry);
  }

  /** A Socket.io client connected. */
  recordWebSocketConnection(): void {
    this.shop.websockets.inc();
  }

  recordWebSocketDisconnection(): void {
    this.shop.websockets.dec();
  }

  /** A Stripe webhook was processed, well or not. */
  recordStripeWebhook(eventType: string, durationSeconds: number): void {
    this.shop.webhookDuration.observe(
      { event_type: this.#labels.event(eventType) },
      durationSeconds,
    );
  }

  /** An order was completed; `amount` in major units, `currency` as ISO 4217 in any case. */
  recordOrder(amount: number, currency: string): void {
    const label = this.#labels.currency(currency.toLowerCase());
    if (Number.isFinite(amount)) this.shop.orderAmount.observe({ currency: label }, amount);
  }

  /** Carts that have not expired, in the whole shop: each process sets the same number. */
  setActiveCartCount(count: number): void {
    this.shop.carts.set(count);
  }

  recordProductView(productType: string, source: string): void {
    this.shop.productViews.inc({
      product_type: this.#labels.product(productType),
      source: this.#labels.source(source),
    });
  }

  /** `operation` is get, set, del or another command. */
  recordRedisOperation(operation: string, status: CallStatus): void {
    const label = this.#labels.operation(operation.toLowerCase());
    this.shop.redisOperations.inc({ operation: label, status });
  }

  recordEmailSent(template: string, status: CallStatus): void {
    this.shop.emails.inc({ template: this.#labels.template(template), status });
  }

  recordAiRequest(operation: string, durationSeconds: number): void {
    this.shop.aiDuration.observe({ operation: this.#labels.ai(operation) }, durationSeconds);
  }

  /** An exception that a request ended with; `route` is a pattern. */
  recordApiError(type: string, route: string): void {
    this.http.errors.inc({ type: this.#labels.error(type), route });
  }

  recordHealth(service: string, { status, latencyMs }: ServiceReading): void {
    this.health.status.set({ service }, status === 'UP' ? 1 : 0);
    this.health.latency.set({ service }, latencyMs);
    // A slow Redis still answers; only one that does not is lost.
    if (service === 'redis') this.health.redis.set(status === 'DOWN' ? 0 : 1);
  }

  /** Says which process this is; what was said before is forgotten. */
  setInstance(info: InstanceInfo): void {
    this.health.instance.reset();
    this.health.instance.set(info, 1);
  }

  /** Adds what prom-client knows of the process, unless the host has added it: twice would throw. */
  ensureDefaultMetrics(): void {
    if (this.registry.getSingleMetric('process_cpu_user_seconds_total') !== undefined) return;
    collectDefaultMetrics({ register: this.registry });
  }
}
