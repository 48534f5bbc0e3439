import type { Redis } from '@upstash/redis/cloudflare';
import * as z from 'zod';

/** A text to keep for so many seconds; one that is only to be kept when its key is free leaves what is there. */
export type Write = { key: string; text: string; ttlSec: number; onlyIfFree: boolean };

/** What came of it: for each write whether it was kept, for each key what is there. */
type Exchanged = { written: boolean[]; texts: (string | null)[] };

/**
 * Texts by key that outlive an isolate. One exchange is one request, and costs a command for each write and one for all
 * reads, which come after the writes. Throws an Error with what was seen when the store gives no answer, or one that
 * makes no sense: then nothing is known of either.
 */
export type FrameStore = {
  exchange: (writes: readonly Write[], keys: readonly string[]) => Promise<Exchanged>;
};

const LONGEST_MESSAGE = 200;

const Written = z.union([z.literal('OK'), z.null()]);
const Texts = z.array(z.string().nullable());

/** The store in Upstash. */
export function openFrameStore(redis: Redis): FrameStore {
  return {
    async exchange(writes, keys) {
      if (writes.length === 0 && keys.length === 0) return { written: [], texts: [] };
      const pipeline = redis.pipeline();
      for (const { key, text, ttlSec, onlyIfFree } of writes) {
        pipeline.set(key, text, onlyIfFree ? { ex: ttlSec, nx: true } : { ex: ttlSec });
      }
      if (keys.length > 0) pipeline.mget(...keys);
      const replies = await pipeline.exec<unknown[]>().catch(failShortly);
      return readReplies(replies, writes.length, keys.length);
    },
  };
}

// The client's own message holds all that was sent.
function failShortly(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const [seen = ''] = message.split(', command was:');
  throw new Error(seen.slice(0, LONGEST_MESSAGE));
}

function readReplies(replies: unknown, writeCount: number, keyCount: number): Exchanged {
  const list = z.array(z.unknown()).safeParse(replies);
  const written = z.array(Written).safeParse(list.data?.slice(0, writeCount));
  const texts = Texts.safeParse(keyCount === 0 ? [] : list.data?.[writeCount]);
  const isWhole = written.data?.length === writeCount && texts.data?.length === keyCount;
  if (!written.success || !texts.success || !isWhole) {
    throw new Error('an answer that is none to what was asked');
  }
  return { written: written.data.map((reply) => reply === 'OK'), texts: texts.data };
}
