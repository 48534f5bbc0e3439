import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet, type JWTPayload } from 'jose';

const ALGORITHM = 'ES256';
/** How long an admin link is good, in seconds. */
const GOOD_FOR_SEC = 5 * 60;

/** What Pharos is told of this issuer. */
export const ISSUER = { algorithm: ALGORITHM, issuer: 'dev-origin', audience: 'pharos' };

export type Issuer = {
  /** The public keys. */
  readJwks: () => Promise<JSONWebKeySet>;
  /** A token of an admin, for one use; claims that are given come in the place of the usual ones. */
  mint: (claims?: JWTPayload) => Promise<string>;
};

/** Signs tokens as the shop does, with a key of its own that lives as long as it does. */
export function createIssuer(now: () => number): Issuer {
  const keyId = randomUUID();
  const pair = generateKeyPair(ALGORITHM);
  return {
    async readJwks() {
      const key = await exportJWK((await pair).publicKey);
      return { keys: [{ ...key, kid: keyId, alg: ALGORITHM, use: 'sig' }] };
    },
    async mint(claims = {}) {
      const nowSec = Math.floor(now() / 1000);
      const usual = {
        sub: 'dev-admin',
        role: 'SUPER_ADMIN',
        iss: ISSUER.issuer,
        aud: ISSUER.audience,
        iat: nowSec,
        exp: nowSec + GOOD_FOR_SEC,
        jti: randomUUID(),
      };
      const token = new SignJWT({ ...usual, ...claims });
      return token.setProtectedHeader({ alg: ALGORITHM, kid: keyId }).sign((await pair).privateKey);
    },
  };
}

/** Where a browser signs in by itself: what stands behind `#` is sent to no server. */
export async function adminLink(issuer: Issuer, loginUrl: string): Promise<string> {
  return `${loginUrl}#token=${await issuer.mint()}`;
}
