import * as z from 'zod';
import { inTime } from './in-time.ts';

/** A store that failed is left alone this long while there is something to serve. */
const LEAVE_ALONE_MS = 5_000;

/** The store gave no answer, and this isolate has not seen what it holds before. */
export class PublicationUnavailable extends Error {}

/** What is published is nothing of this version. */
export class UnreadablePublication extends Error {}

type Options<T> = {
  key: string;
  /** What it is called in the log. */
  name: string;
  schema: z.ZodType<T>;
  deadlineMs: number;
  /** How long it is served before the store is asked again; null is that nothing was published. */
  freshMs: (value: T | null) => number;
  /** Only grows: what is older than what was seen is another place's. */
  version: (value: T) => number;
};

export type Publication<T> = {
  /** As it stands in the store; null when there is none. Throws UnreadablePublication when it is no such thing. */
  read: (kv: KVNamespace) => Promise<T | null>;
  save: (kv: KVNamespace, value: T) => Promise<void>;
  /**
   * As visitors are given it; null before anything was published. However many ask at once, the store is asked once. A
   * store that fails, hangs or holds nonsense gives the last good value that this isolate has seen, whatever its age;
   * throws PublicationUnavailable when there is none.
   */
  load: (kv: KVNamespace, nowMs: number) => Promise<T | null>;
};

/** One value of the store that the monitor writes and every visitor is given. */
export function createPublication<T>(options: Options<T>): Publication<T> {
  const { key, name, schema, deadlineMs, freshMs, version } = options;
  // The same for every visitor: what this isolate read last, the reading under way, and when one failed.
  let lastGood: { value: T | null; readAtMs: number } | null = null;
  let reading: Promise<T | null> | null = null;
  let failedAtMs = -Infinity;

  async function read(kv: KVNamespace): Promise<T | null> {
    const stored = await inTime(kv.get(key), deadlineMs);
    return stored === null ? null : parse(stored, schema);
  }

  async function load(kv: KVNamespace, nowMs: number): Promise<T | null> {
    if (lastGood !== null && isServed(lastGood, nowMs)) return lastGood.value;
    reading ??= read(kv);
    const mine = reading;
    try {
      // Each waits by its own clock: who began a reading may be gone, and the reading with it.
      keepNewer(await inTime(mine, deadlineMs), nowMs);
    } catch (error) {
      failedAtMs = nowMs;
      console.error(`Cannot read the ${name}: ${String(error)}`);
      if ((lastGood?.value ?? null) === null) {
        throw new PublicationUnavailable(`The ${name} store gave no answer`);
      }
    } finally {
      if (reading === mine) reading = null;
    }
    return lastGood?.value ?? null;
  }

  // Another place may still hold an older one, or none yet; a page never goes back.
  function keepNewer(value: T | null, readAtMs: number) {
    const known = lastGood?.value ?? null;
    const isOlder = known !== null && (value === null || version(value) < version(known));
    lastGood = { value: isOlder ? known : value, readAtMs };
  }

  function isServed({ value, readAtMs }: NonNullable<typeof lastGood>, nowMs: number): boolean {
    if (value !== null && nowMs - failedAtMs < LEAVE_ALONE_MS) return true;
    return nowMs - readAtMs < freshMs(value);
  }

  return {
    read,
    load,
    save: (kv, value) => inTime(kv.put(key, JSON.stringify(schema.parse(value))), deadlineMs),
  };
}

function parse<T>(stored: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(stored));
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
    throw new UnreadablePublication(error.message, { cause: error });
  }
}
