import { follow } from './follow.ts';
import type { ProbeResult } from './probe-result.ts';

const ENOUGH_BYTES = 256 * 1024;

/** Asks for a page as a visitor would: it is up when it answers 2xx and its beginning arrives. */
export async function readPage(url: URL, signal: AbortSignal): Promise<ProbeResult> {
  const response = await follow(url, { signal });
  if (response.status === 429) return { kind: 'unknown', reason: 'throttled: status 429' };
  if (!response.ok) return { kind: 'down', latencyMs: null, reason: `status ${response.status}` };
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size >= ENOUGH_BYTES) break;
  }
  return size > 0 ? { kind: 'up' } : { kind: 'down', latencyMs: null, reason: 'an empty answer' };
}
