import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { inTime } from './in-time.ts';

const LARGEST = 64 * 1_024;
const DEADLINE_MS = 3_000;
/** How long keys are good when their issuer gives no answer, in milliseconds. */
const GOOD_FOR_MS = 24 * 60 * 60_000;
const KEY = 'auth-keys:v1';

// Public keys for signatures only: a shared secret among them would let anyone who reads them sign.
const Jwk = z.looseObject({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  use: z.literal('sig').exactOptional(),
});
const Jwks = z.object({ keys: z.array(Jwk).min(1).max(50) });

const KeptKeys = z.object({ url: z.string(), fetchedMs: z.number(), jwks: Jwks });
export type KeptKeys = { url: string; fetchedMs: number; jwks: JSONWebKeySet };

/** The public keys of an issuer (RFC 7517). Throws with what is wrong with the answer. */
export async function fetchKeys(url: string, nowMs: number): Promise<KeptKeys> {
  if (!isSafe(url)) throw new Error('the address of the keys must be https://…');
  const text = await inTime(readText(url), DEADLINE_MS);
  return { url, fetchedMs: nowMs, jwks: Jwks.parse(JSON.parse(text)) };
}

/** The copy of the last good keys of this address; null when there is none of the last 24 hours. */
export async function loadKeys(
  kv: KVNamespace,
  { url, nowMs }: { url: string; nowMs: number },
): Promise<KeptKeys | null> {
  const stored = await inTime(kv.get(KEY), DEADLINE_MS).catch(() => null);
  if (stored === null) return null;
  const kept = KeptKeys.safeParse(toJson(stored));
  return kept.success && kept.data.url === url && areGood(kept.data, nowMs) ? kept.data : null;
}

export async function saveKeys(kv: KVNamespace, kept: KeptKeys): Promise<void> {
  await inTime(kv.put(KEY, JSON.stringify(kept)), DEADLINE_MS);
}

export function areGood({ fetchedMs }: { fetchedMs: number }, nowMs: number): boolean {
  return nowMs - fetchedMs < GOOD_FOR_MS;
}

// Loopback is for the local stack: no route leads there from Cloudflare.
function isSafe(url: string): boolean {
  const { protocol, hostname } = URL.parse(url) ?? {};
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

async function readText(url: string): Promise<string> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
  });
  if (response.status !== 200 || response.body === null) {
    throw new Error(`the keys are not given: status ${response.status}`);
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST) throw new Error(`the keys are larger than ${LARGEST} bytes`);
  }
  return text;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
