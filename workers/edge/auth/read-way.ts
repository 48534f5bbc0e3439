import type { Given, Way } from './settings.ts';

type Read = { way: Way; problem: null } | { way: null; problem: string | null };
type Name = keyof Given;

export const NO_WAY: Read = { way: null, problem: null };

/** The variables that belong to one mode alone. */
const OWN: Record<Way['mode'], readonly Name[]> = {
  jwks: ['AUTH_JWKS_URL', 'AUTH_ALGORITHM'],
  hs256: ['AUTH_SECRET'],
  access: ['AUTH_ACCESS_ROLE'],
};

/** The one way in that is set; none, when none is, and with a problem when it is set by half or with another one. */
export function readWay(given: Given): Read {
  const { AUTH_MODE: mode } = given;
  if (mode === undefined) {
    const isHalfSet = Object.values(OWN)
      .flat()
      .some((name) => given[name] !== undefined);
    return isHalfSet ? close('AUTH_MODE is not set: choose jwks, hs256 or access') : NO_WAY;
  }
  const others = Object.entries(OWN).filter(([name]) => name !== mode);
  const foreign = others.flatMap(([, names]) => names).find((name) => given[name] !== undefined);
  if (foreign !== undefined) {
    return close(`${foreign} is not for mode ${mode}: exactly one way in may be set`);
  }
  return findUnnamed(given, mode) ?? open(given, mode);
}

function open(given: Given, mode: Way['mode']): Read {
  const { AUTH_ISSUER: issuer = null, AUTH_AUDIENCE: audience = null } = given;
  const named = { mode, issuer, audience, impliedRole: given.AUTH_ACCESS_ROLE ?? null };
  switch (mode) {
    case 'jwks': {
      const { AUTH_JWKS_URL: url, AUTH_ALGORITHM: algorithm = 'RS256' } = given;
      if (url === undefined) return close('AUTH_JWKS_URL is not set: mode jwks needs it');
      return { way: { ...named, keys: { url }, algorithm }, problem: null };
    }
    case 'hs256': {
      const { AUTH_SECRET: secret } = given;
      if (secret === undefined) return close('AUTH_SECRET is not set: mode hs256 needs it');
      return { way: { ...named, keys: { secret }, algorithm: 'HS256' }, problem: null };
    }
    case 'access': {
      // https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json/
      const keys = { url: `${issuer}/cdn-cgi/access/certs` };
      return { way: { ...named, keys, algorithm: 'RS256' }, problem: null };
    }
  }
}

// What a token need not name must be said; Access names both.
function findUnnamed(given: Given, mode: Way['mode']): Read | null {
  const accepted = mode === 'access' ? [] : (given.AUTH_ACCEPT_WITHOUT ?? '').split(',');
  const wanted = [
    { claim: 'issuer', name: 'AUTH_ISSUER' },
    { claim: 'audience', name: 'AUTH_AUDIENCE' },
  ] as const;
  const missing = wanted.find(
    ({ claim, name }) => given[name] === undefined && !accepted.includes(claim),
  );
  if (missing === undefined) return null;
  return close(
    `${missing.name} is not set: name it, or set AUTH_ACCEPT_WITHOUT where the origin sets none`,
  );
}

function close(problem: string): Read {
  return { way: null, problem };
}
