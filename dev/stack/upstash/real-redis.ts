import { createClient, ErrorReply, RESP_TYPES } from '@redis/client';
import * as z from 'zod';
import type { Backend } from './backend.ts';
import { toBytes } from './bytes.ts';
import { RedisError, type Outcome, type Reply } from './engine/reply.ts';

const CONNECT_TIMEOUT_MS = 2000;
const RECONNECT_AFTER_MS = 500;

/** A running Redis as the backend. Throws where none answers at `url`. */
export async function connectRedis(url: string): Promise<Backend> {
  const client = await connect(url);

  function send(words: string[]): Promise<unknown> {
    return client.sendCommand(words.map((word) => Buffer.from(word, 'latin1'))).catch(toRedisError);
  }

  return {
    call: async (command) => toReply(await send(command)),
    async multi(commands) {
      // Written at once to one connection, so that nothing comes between; EXEC answers for all.
      const sent = [['MULTI'], ...commands, ['EXEC']].map(send);
      await Promise.allSettled(sent);
      return z
        .array(z.unknown())
        .parse(await sent.at(-1))
        .map(toOutcome);
    },
    close: () => client.destroy(),
  };
}

async function connect(url: string) {
  let isConnected = false;
  const client = createClient({
    url,
    RESP: 2,
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: () => isConnected && RECONNECT_AFTER_MS,
    },
  });
  // Every command reports a lost connection itself; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect().catch((cause: unknown) => {
    throw new Error(`Cannot reach the Redis of REDIS_URL: ${String(cause)}`, { cause });
  });
  isConnected = true;
  return client;
}

function toRedisError(error: unknown): never {
  if (error instanceof ErrorReply) throw new RedisError(toBytes(error.message));
  throw error;
}

function toOutcome(value: unknown): Outcome {
  if (value instanceof ErrorReply) return { error: toBytes(value.message) };
  return { result: toReply(value) };
}

function toReply(value: unknown): Reply {
  if (Array.isArray(value)) return value.map(toReply);
  if (Buffer.isBuffer(value)) return toBytes(value);
  return z.union([z.string(), z.number(), z.null()]).parse(value);
}
