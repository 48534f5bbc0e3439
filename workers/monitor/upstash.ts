import { Redis } from '@upstash/redis/cloudflare';

const DEADLINE_MS = 2_000;

/** A client for one invocation: each command has a deadline and is sent once. */
export function openUpstash(url: string, token: string): Redis {
  return new Redis({
    url,
    token,
    enableTelemetry: false,
    responseEncoding: false,
    automaticDeserialization: false,
    retry: { retries: 0 },
    // Always a function: a plain signal resolves to null when it aborts.
    signal: () => AbortSignal.timeout(DEADLINE_MS),
  });
}
