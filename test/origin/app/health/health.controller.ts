import { Controller, Get, Inject } from '@nestjs/common';
import {
  HealthCheckService,
  HealthIndicatorService,
  MemoryHealthIndicator,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { RedisService } from '../redis/redis.service.ts';

const MOST_HEAP_BYTES = 2 * 1024 ** 3;

@Controller('health')
export class HealthController {
  readonly #health: HealthCheckService;
  readonly #indicators: HealthIndicatorService;
  readonly #memory: MemoryHealthIndicator;
  readonly #database: TypeOrmHealthIndicator;
  readonly #redis: RedisService;

  // oxlint-disable-next-line max-params -- what Nest injects
  constructor(
    @Inject(HealthCheckService) health: HealthCheckService,
    @Inject(HealthIndicatorService) indicators: HealthIndicatorService,
    @Inject(MemoryHealthIndicator) memory: MemoryHealthIndicator,
    @Inject(TypeOrmHealthIndicator) database: TypeOrmHealthIndicator,
    @Inject(RedisService) redis: RedisService,
  ) {
    this.#health = health;
    this.#indicators = indicators;
    this.#memory = memory;
    this.#database = database;
    this.#redis = redis;
  }

  @Get()
  live(): Promise<unknown> {
    return this.#health.check([() => this.#checkMemory()]);
  }

  @Get('ready')
  ready(): Promise<unknown> {
    return this.#health.check([
      () => this.#database.pingCheck('database', { timeout: 1_500 }),
      () => this.#checkRedis(),
      () => this.#checkMemory(),
    ]);
  }

  #checkMemory() {
    return this.#memory.checkHeap('memory_heap', MOST_HEAP_BYTES);
  }

  async #checkRedis() {
    const indicator = this.#indicators.check('redis');
    return (await this.#redis.isHealthy()) ? indicator.up() : indicator.down('PING failed');
  }
}
