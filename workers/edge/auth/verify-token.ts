import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { judgeClaims, TOLERANCE_SEC, type Judgement } from '../../../core/auth/judge-claims.ts';
import { findKey, KeysUnavailable } from './keys.ts';
import type { Way } from './settings.ts';

const LONGEST_TEXT = 4_096;
// The compact form, RFC 7515, section 7.1: without it, padding and white space would make other texts of one token.
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

type Now = { kv: KVNamespace; nowMs: number };

/**
 * What a token of the origin says of its bearer. Every refusal is an answer and never an error; throws KeysUnavailable
 * when there is no key to check it with. Reasons hold nothing of the token.
 */
export async function verifyToken(text: string, way: Way, now: Now): Promise<Judgement> {
  if (text.length > LONGEST_TEXT) return refuse('it is too long');
  if (!COMPACT.test(text)) return refuse('it is not a signed token');
  try {
    const { payload, protectedHeader } = await jwtVerify(text, keyOf(way, now), {
      algorithms: [way.algorithm],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: TOLERANCE_SEC,
      currentDate: new Date(now.nowMs),
      ...(way.issuer !== null && { issuer: way.issuer }),
      ...(way.audience !== null && { audience: way.audience }),
    });
    if (/refresh|^rt\+/i.test(protectedHeader.typ ?? '')) return refuse('it is a refresh token');
    return judgeClaims(payload, { nowMs: now.nowMs, impliedRole: way.impliedRole });
  } catch (error) {
    if (error instanceof KeysUnavailable) throw error;
    return refuse(error instanceof errors.JOSEError ? error.code : 'it cannot be read');
  }
}

function keyOf({ keys }: Way, { kv, nowMs }: Now): JWTVerifyGetKey {
  if ('url' in keys) return findKey({ url: keys.url, kv, nowMs });
  const secret = new TextEncoder().encode(keys.secret);
  return () => secret;
}

function refuse(reason: string): Judgement {
  return { kind: 'refused', because: 'unauthenticated', reason };
}
