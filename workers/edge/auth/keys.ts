import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { areGood, fetchKeys, loadKeys, type KeptKeys } from '../../shared/jwks.ts';

/** How long keys are used before their issuer is asked again, in milliseconds. */
const FRESH_MS = 10 * 60_000;
/** An issuer is asked for a key that it did not have, or after it failed, once in this time. */
const ASK_AGAIN_MS = 60_000;

/** There are no keys to check a token with: neither from the issuer, nor kept. */
export class KeysUnavailable extends Error {}

type Source = { url: string; kv: KVNamespace; nowMs: number };

// The same for every visitor: the keys of the issuer as they were given last.
let kept: KeptKeys | null = null;
let askedAtMs = -Infinity;

/** Finds the public key of a token. While the issuer is away, keys of up to 24 hours ago are used. */
export function findKey(source: Source): JWTVerifyGetKey {
  return async (header, token) => {
    const keys = await currentKeys(source);
    try {
      return await createLocalJWKSet(keys.jwks)(header, token);
    } catch (error) {
      const mayBeNew = error instanceof errors.JWKSNoMatchingKey && canAsk(source.nowMs);
      if (!mayBeNew) throw error;
      const newer = await ask(source);
      return createLocalJWKSet((newer ?? keys).jwks)(header, token);
    }
  };
}

async function currentKeys(source: Source): Promise<KeptKeys> {
  const { url, kv, nowMs } = source;
  const mine = kept?.url === url && areGood(kept, nowMs) ? kept : null;
  if (mine !== null && nowMs - mine.fetchedMs < FRESH_MS) return mine;
  const asked = mine === null || canAsk(nowMs) ? await ask(source) : null;
  const found = asked ?? mine ?? (await loadKeys(kv, { url, nowMs }));
  if (found === null) throw new KeysUnavailable('No keys to check the token with');
  kept = found;
  return found;
}

function canAsk(nowMs: number): boolean {
  return nowMs - askedAtMs >= ASK_AGAIN_MS;
}

async function ask({ url, nowMs }: Source): Promise<KeptKeys | null> {
  askedAtMs = nowMs;
  try {
    kept = await fetchKeys(url, nowMs);
    return kept;
  } catch (error) {
    console.error(`Cannot get the keys of the issuer: ${String(error)}`);
    return null;
  }
}
