import * as z from 'zod';
import { Role } from './role.ts';

/** Clocks may differ by so much, in seconds. */
export const TOLERANCE_SEC = 30;
/** No token that is good for longer is taken, in seconds. */
const LONGEST_SEC = 24 * 60 * 60;

/** Where issuers write what a token is for. */
const KINDS = ['type', 'typ', 'token_type', 'tokenType', 'token_use', 'tokenUse', 'use'] as const;

const Claims = z.object({
  sub: z.string().min(1).max(64),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
  jti: z.string().min(1).max(128).optional(),
});

const AnyClaims = z.record(z.string(), z.unknown());

export type Judgement =
  | { kind: 'admitted'; user: string; role: Role; jti: string | null; expiresMs: number }
  | { kind: 'refused'; because: 'unauthenticated' | 'forbidden'; reason: string };

type Rules = {
  nowMs: number;
  /** The role of everybody who comes with no role in the token; null where the token must name it. */
  impliedRole: Role | null;
};

/**
 * What a token whose signature, issuer and audience are good says of its bearer. The times are judged here too, so that
 * no verifier that forgets one lets it through. Refused as forbidden: who is known and has not exactly one known role.
 * Claims: RFC 7519, section 4.1.
 */
export function judgeClaims(payload: unknown, rules: Rules): Judgement {
  const parsed = Claims.safeParse(payload);
  const all = AnyClaims.safeParse(payload);
  if (!parsed.success || !all.success) return refuse('the claims are malformed');
  const { sub, exp, jti = null } = parsed.data;
  const wrong = findWrongTime(parsed.data, rules.nowMs / 1000);
  if (wrong !== null) return refuse(wrong);
  if (isRefresh(all.data)) return refuse('it is a refresh token');
  const role = readRole(all.data, rules.impliedRole);
  if (role === null) return { ...refuse('it has not one admin role'), because: 'forbidden' };
  return { kind: 'admitted', user: sub, role, jti, expiresMs: exp * 1000 };
}

function refuse(reason: string) {
  return { kind: 'refused', because: 'unauthenticated', reason } as const;
}

function findWrongTime({ exp, nbf, iat }: z.infer<typeof Claims>, nowSec: number): string | null {
  if (nowSec >= exp + TOLERANCE_SEC) return 'it has expired';
  if (exp > nowSec + LONGEST_SEC + TOLERANCE_SEC) return 'it is good for more than a day';
  const notBefore = Math.max(nbf ?? -Infinity, iat ?? -Infinity);
  return notBefore > nowSec + TOLERANCE_SEC ? 'it is not yet valid' : null;
}

function isRefresh(claims: z.infer<typeof AnyClaims>): boolean {
  const kinds = KINDS.map((name) => claims[name]);
  return (
    kinds.some((kind) => typeof kind === 'string' && /refresh/i.test(kind)) ||
    claims['isRefreshToken'] === true ||
    claims['refresh'] === true
  );
}

function readRole(claims: z.infer<typeof AnyClaims>, impliedRole: Role | null): Role | null {
  const named = [claims['role'], claims['roles']].filter((value) => value !== undefined).flat();
  if (named.length === 0) return impliedRole;
  const [role, ...others] = new Set(named);
  return others.length === 0 ? (Role.safeParse(role).data ?? null) : null;
}
