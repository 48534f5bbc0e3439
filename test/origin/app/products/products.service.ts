import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';
import { DigitalProduct } from '../entities/digital-product.entity.ts';
import { MetricsService } from '../metrics/metrics.service.ts';
import { RedisService } from '../redis/redis.service.ts';

const KEEP_SEC = 5;

@Injectable()
export class ProductsService {
  readonly #products: Repository<DigitalProduct>;
  readonly #redis: RedisService;
  readonly #metrics: MetricsService;
  readonly #kt: KtMetrics;

  // oxlint-disable-next-line max-params -- what Nest injects
  constructor(
    @InjectRepository(DigitalProduct) products: Repository<DigitalProduct>,
    @Inject(RedisService) redis: RedisService,
    @Inject(MetricsService) metrics: MetricsService,
    @Inject(KtMetrics) kt: KtMetrics,
  ) {
    this.#products = products;
    this.#redis = redis;
    this.#metrics = metrics;
    this.#kt = kt;
  }

  async list(limit: number): Promise<unknown> {
    const key = `products:${limit}`;
    const kept = await this.#count('get', this.#redis.get(key)).catch(() => null);
    if (kept !== null) {
      this.#metrics.cacheHits.inc();
      return JSON.parse(kept);
    }
    this.#metrics.cacheMisses.inc();
    const rows = await this.#time(this.#products.find({ take: limit, order: { slug: 'ASC' } }));
    const text = JSON.stringify(rows);
    await this.#count('set', this.#redis.set(key, text, KEEP_SEC)).catch(() => null);
    return rows;
  }

  async find(slug: string): Promise<DigitalProduct> {
    const product = await this.#time(this.#products.findOneBy({ slug }));
    if (product === null) throw new NotFoundException(`Product ${slug} not found`);
    this.#kt.recordProductView(product.type, 'web');
    return product;
  }

  async #count<T>(operation: string, call: Promise<T>): Promise<T> {
    call.then(
      () => this.#kt.recordRedisOperation(operation, 'success'),
      () => this.#kt.recordRedisOperation(operation, 'error'),
    );
    return call;
  }

  async #time<T>(query: Promise<T>): Promise<T> {
    const labels = { operation: 'select', table: 'digital_products' };
    const end = this.#metrics.queryDuration.startTimer(labels);
    return query.finally(end);
  }
}
