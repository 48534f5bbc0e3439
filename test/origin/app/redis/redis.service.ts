import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { Redis } from 'ioredis';

@Injectable()
export class RedisService implements OnModuleDestroy {
  readonly #client: Redis;

  constructor(@Inject(ConfigService) config: ConfigService) {
    this.#client = new Redis(config.getOrThrow<string>('REDIS_URL'), {
      maxRetriesPerRequest: 1,
      commandTimeout: 1_000,
      retryStrategy: (times) => Math.min(times * 200, 1_000),
    });
    this.#client.on('error', () => {});
  }

  get(key: string): Promise<string | null> {
    return this.#client.get(key);
  }

  async set(key: string, value: string, ttlSec: number): Promise<void> {
    await this.#client.set(key, value, 'EX', ttlSec);
  }

  info(section: string): Promise<string> {
    return this.#client.info(section);
  }

  isHealthy(): Promise<boolean> {
    return this.#client.ping().then(
      (answer) => answer === 'PONG',
      () => false,
    );
  }

  onModuleDestroy(): void {
    this.#client.disconnect();
  }
}
