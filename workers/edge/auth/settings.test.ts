import { expect, test } from 'vitest';
import { readAuthSettings } from './settings.ts';

const URL = 'https://shop.example/jwks';
const SECRET = 'a-secret-of-thirty-two-letters-or-more';
const named = { AUTH_ISSUER: 'https://shop.example', AUTH_AUDIENCE: 'pharos' };
const jwks = { AUTH_MODE: 'jwks', AUTH_JWKS_URL: URL, ...named };
const hs256 = { AUTH_MODE: 'hs256', AUTH_SECRET: SECRET, ...named };
const access = { AUTH_MODE: 'access', ...named };

test.each([
  ['public keys', jwks, { mode: 'jwks', algorithm: 'RS256', keys: { url: URL } }],
  ['their algorithm', { ...jwks, AUTH_ALGORITHM: 'EdDSA' }, { algorithm: 'EdDSA' }],
  ['a shared secret', hs256, { mode: 'hs256', algorithm: 'HS256', keys: { secret: SECRET } }],
  ['Access', access, { keys: { url: 'https://shop.example/cdn-cgi/access/certs' } }],
  ['a role for all of Access', { ...access, AUTH_ACCESS_ROLE: 'ADMIN' }, { impliedRole: 'ADMIN' }],
])('one way in is open: %s', (_case, env, way) => {
  const settings = readAuthSettings(env);
  expect(settings.way).toMatchObject(way);
  expect(settings.problems).toEqual([]);
});

test.each<[string, object, string]>([
  ['a mode that is none', { ...hs256, AUTH_MODE: 'basic' }, 'AUTH_MODE'],
  ['keys and no mode', { ...jwks, AUTH_MODE: '' }, 'AUTH_MODE'],
  ['two ways in', { ...hs256, AUTH_JWKS_URL: URL }, 'AUTH_JWKS_URL'],
  ['a secret beside public keys', { ...jwks, AUTH_SECRET: SECRET }, 'AUTH_SECRET'],
  ['a role for all beside a secret', { ...hs256, AUTH_ACCESS_ROLE: 'ADMIN' }, 'AUTH_ACCESS_ROLE'],
  ['no keys', { ...jwks, AUTH_JWKS_URL: '' }, 'AUTH_JWKS_URL'],
  ['no secret', { ...hs256, AUTH_SECRET: '' }, 'AUTH_SECRET'],
  ['a short secret', { ...hs256, AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
  ['a secret as an algorithm of keys', { ...jwks, AUTH_ALGORITHM: 'HS256' }, 'AUTH_ALGORITHM'],
  ['no issuer', { ...hs256, AUTH_ISSUER: '' }, 'AUTH_ISSUER'],
  ['no audience', { ...hs256, AUTH_AUDIENCE: '' }, 'AUTH_AUDIENCE'],
  [
    'no audience of Access, accepted or not',
    { ...access, AUTH_AUDIENCE: '', AUTH_ACCEPT_WITHOUT: 'audience' },
    'AUTH_AUDIENCE',
  ],
  ['a role that is none', { ...access, AUTH_ACCESS_ROLE: 'USER' }, 'AUTH_ACCESS_ROLE'],
])('with %s no way in is open, and the variable is named', (_case, env, name) => {
  const { way, problems } = readAuthSettings({ ...env, SESSION_SECRET: SECRET });
  expect(way).toBeNull();
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  expect(problems.join()).not.toMatch(/a-secret|short/);
});

test('nothing set is nothing wrong: the doors are closed', () => {
  expect(readAuthSettings({ AUTH_MODE: '', SESSION_SECRET: '' })).toEqual({
    databaseUrl: null,
    sessionSecret: null,
    way: null,
    breakGlassHash: null,
    problems: [],
    warnings: [],
  });
});

test('what is accepted without a name is a warning, each', () => {
  const bare = { ...hs256, AUTH_ISSUER: '', AUTH_AUDIENCE: '' };
  const accepting = { ...bare, AUTH_ACCEPT_WITHOUT: 'issuer,audience' };
  expect(readAuthSettings(accepting).warnings).toHaveLength(2);
});
