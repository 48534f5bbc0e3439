import { serve, type Handler, type Server } from '../serve.ts';
import type { Backend } from './backend.ts';
import { createEndpoint } from './endpoint.ts';
import { createEngine } from './engine/create-engine.ts';
import { openEngine } from './open-engine.ts';

type BackendOptions = {
  /** Where the data is kept from one start to the next; without it, in memory only. */
  file?: string;
  /** A running Redis that takes the place of the engine. */
  redisUrl?: string;
  now?: () => number;
};

type Options = BackendOptions & {
  token: string;
  port?: number;
  /** The environment variable that moves the port elsewhere. */
  portVariable?: string;
};

/** Upstash Redis for the local stack, to be used through its official client. */
export async function startUpstash(options: Options): Promise<Server> {
  const endpoint = Promise.withResolvers<Handler>();
  // Whoever holds the port owns the file, so the port comes first.
  const server = await serve({
    ...options,
    name: 'Upstash Redis',
    handler: async (request, body) => (await endpoint.promise)(request, body),
  });
  const backend = await openBackend(options).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  endpoint.resolve(createEndpoint(backend, options.token));
  return {
    ...server,
    async stop() {
      await server.stop();
      backend.close();
    },
  };
}

async function openBackend({ file, redisUrl, now = Date.now }: BackendOptions): Promise<Backend> {
  if (redisUrl !== undefined) {
    // Most runs have no Redis and need not load its client.
    const { connectRedis } = await import('./real-redis.ts');
    return connectRedis(redisUrl);
  }
  if (file !== undefined) return openEngine({ file, now });
  return { ...createEngine({ now }), close: () => undefined };
}
