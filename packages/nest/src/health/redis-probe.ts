import type { Probe, ProbeFacts } from './probe.ts';

/** What is used of the host's Redis service or of an ioredis client: one of the first two, and INFO if it is there. */
export type RedisLike = {
  isHealthy?: () => Promise<boolean>;
  ping?: () => Promise<string>;
  info?: (section: string) => Promise<string>;
};

/** Redis through the host's own client. */
export function redisProbe(redis: RedisLike): Probe {
  return { name: 'redis', timeoutMs: 2_000, degradedMs: 250, isCritical: true, check };

  async function check(): Promise<ProbeFacts> {
    const isThere = redis.isHealthy
      ? await redis.isHealthy()
      : (await redis.ping?.())?.toUpperCase() === 'PONG';
    if (!isThere) throw new Error('PING failed');
    // An account that may not read INFO still has a Redis that answers.
    return readInfo(redis).catch(() => ({}));
  }
}

async function readInfo(redis: RedisLike): Promise<ProbeFacts> {
  if (redis.info === undefined) return {};
  // One section a call: several in one INFO need Redis 7.
  const sections = [redis.info('memory'), redis.info('stats'), redis.info('clients')];
  const fields = parseInfo((await Promise.all(sections)).join('\n'));
  const number = (name: string) => Number(fields.get(name) ?? Number.NaN);
  return {
    usedMemory: fields.get('used_memory_human') ?? null,
    usedMemoryBytes: orNull(number('used_memory')),
    connectedClients: orNull(number('connected_clients')),
    hitRate: hitRate(number('keyspace_hits'), number('keyspace_misses')),
  };
}

function parseInfo(text: string): Map<string, string> {
  const lines = text.matchAll(/^(\w+):(.*?)\r?$/gm);
  return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

// Nothing was asked for: there is no rate.
function hitRate(hits: number, misses: number): number | null {
  const rate = orNull(hits / (hits + misses));
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
