// Everything that may come instead of a good token is refused in one way, and nothing of it is kept or told.
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { openDb } from '../../../db/client.ts';
import { listAudit } from '../../../db/queries/audit.ts';
import { ask, BREAK_GLASS, testEnv } from '../test-env.ts';
import { breakToken, createRandom } from '../testing/break-token.ts';
import { byHand, encode, type Header } from '../testing/make-token.ts';

const ISSUER = 'https://shop.example';
const AUDIENCE = 'pharos';
const KEYS = 'https://shop.example/.well-known/jwks.json';
const SECRET = 'a-secret-that-the-shop-and-we-know-1';
const HS256 = {
  AUTH_MODE: 'hs256',
  AUTH_SECRET: SECRET,
  AUTH_ISSUER: ISSUER,
  AUTH_AUDIENCE: AUDIENCE,
};
const JWKS = {
  AUTH_MODE: 'jwks',
  AUTH_JWKS_URL: KEYS,
  AUTH_ALGORITHM: 'ES256',
  AUTH_ISSUER: ISSUER,
  AUTH_AUDIENCE: AUDIENCE,
};

const nowSec = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}): JWTPayload => ({
  sub: 'u-7',
  role: 'ADMIN',
  iss: ISSUER,
  aud: AUDIENCE,
  exp: nowSec() + 600,
  ...changes,
});

let shop: CryptoKeyPair;
let stranger: CryptoKeyPair;
let jwks: object;
/** What the issuer answers; it counts. */
let issue: () => Promise<Response>;
let asked = 0;
const said: string[] = [];

beforeAll(async () => {
  shop = await generateKeyPair('ES256', { extractable: true });
  stranger = await generateKeyPair('ES256', { extractable: true });
  jwks = { keys: [{ ...(await exportJWK(shop.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
});

beforeEach(() => {
  asked = 0;
  said.length = 0;
  issue = async () => Response.json(jwks);
  for (const how of ['log', 'warn', 'error'] as const) {
    vi.spyOn(console, how).mockImplementation((...words) => void said.push(words.join(' ')));
  }
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
    if (input !== KEYS) return fetch(input, init);
    asked += 1;
    return issue();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function signIn(token: string, env: object, headers: Record<string, string> = {}) {
  const authorization = token === '' ? '' : `Bearer ${token}`;
  const response = await ask('/api/v1/session', {
    method: 'POST',
    body: {},
    headers: { authorization, ...headers },
    env: testEnv(env),
  });
  const { status } = response;
  return { status, cookie: response.headers.get('set-cookie'), answer: await response.text() };
}

/** Refused, without a cookie, in words that are the same for all, with nothing of the token said or logged. */
async function expectRefused(token: string, env: object, statuses = [401]) {
  const { status, cookie, answer } = await signIn(token, env);
  expect(statuses).toContain(status);
  expect(cookie).toBeNull();
  expect(JSON.parse(answer)).toMatchObject({
    status: 'error',
    data: null,
    message:
      status === 401
        ? 'This was not accepted: get a new token and try again'
        : 'This account may not sign in here',
  });
  const parts = token.split('.').filter((part) => part.length > 8);
  for (const part of parts) expect(answer + said.join('\n')).not.toContain(part);
}

const hs = (changes: object = {}, header: Header = { alg: 'HS256', typ: 'JWT' }) =>
  byHand(header, claims(changes), SECRET);
const es = (changes: object = {}, { key = shop.privateKey, header = {} } = {}) =>
  new SignJWT(claims(changes))
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .sign(key);

describe('a good token', () => {
  test.each([
    ['of a shared secret', () => hs(), HS256],
    ['of a public key', () => es(), JWKS],
    ['whose audience is one of several', () => hs({ aud: ['shop', AUDIENCE] }), HS256],
  ])('%s becomes a sealed cookie that opens', async (_case, make, env) => {
    const { status, cookie, answer } = await signIn(await make(), env);
    expect([status, JSON.parse(answer).data]).toEqual([
      201,
      { user: 'u-7', role: 'ADMIN', entrance: 'origin' },
    ]);
    expect(cookie).toMatch(
      /^__Host-pharos=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=28800$/,
    );
    expect(cookie).not.toMatch(/u-7|ADMIN/);
    const opened = await ask('/api/v1/session', {
      headers: { cookie: cookie?.split(';')[0] ?? '' },
    });
    expect((await opened.json<{ data: object }>()).data).toMatchObject({
      user: 'u-7',
      role: 'ADMIN',
    });
  });

  test('without issuer or audience is good only where that is set, and then admins are warned', async () => {
    const env = { ...HS256, AUTH_ISSUER: '', AUTH_AUDIENCE: '' };
    const bare = await hs({ iss: undefined, aud: undefined });
    await expectRefused(bare, env);
    const accepting = { ...env, AUTH_ACCEPT_WITHOUT: 'issuer,audience' };
    const { cookie } = await signIn(bare, accepting);
    const headers = { cookie: cookie?.split(';')[0] ?? '' };
    const session = await ask('/api/v1/session', { headers, env: testEnv(accepting) });
    const { data } = await session.json<{ data: { warnings: string[] } }>();
    expect(data.warnings).toHaveLength(2);
  });

  test('with an id is exchanged once', async () => {
    const token = await hs({ jti: crypto.randomUUID() });
    expect((await signIn(token, HS256)).status).toBe(201);
    await expectRefused(token, HS256);
  });
});

describe('a token that is not good', () => {
  const wrong: [string, () => Promise<string> | string][] = [
    ['unsigned', () => `${encode({ alg: 'none' })}.${encode(claims())}.`],
    ['unsigned in other letters', () => `${encode({ alg: 'nOnE' })}.${encode(claims())}.AAAA`],
    ['with its signature taken away', async () => (await hs()).replace(/[^.]+$/, '')],
    ['of two parts', async () => (await hs()).split('.').slice(0, 2).join('.')],
    ['of four parts', async () => `${await hs()}.x`],
    ['of another secret', () => byHand({ alg: 'HS256' }, claims(), 'x'.repeat(36))],
    ['of no secret', () => byHand({ alg: 'HS256' }, claims(), '')],
    ['of HS384', () => byHand({ alg: 'HS384' }, claims(), SECRET)],
    ['of HS512', () => byHand({ alg: 'HS512' }, claims(), SECRET)],
    ['without an algorithm', () => hs({}, { typ: 'JWT' })],
    ['of an unknown critical extension', () => hs({}, { alg: 'HS256', crit: ['x'], x: 1 })],
    ['whose payload is not encoded', () => hs({}, { alg: 'HS256', crit: ['b64'], b64: false })],
    [
      'with a key in its header',
      () => byHand({ alg: 'HS256', jwk: { kty: 'oct', k: encode('evil') } }, claims(), 'evil'),
    ],
    [
      'with a key from elsewhere',
      () => byHand({ alg: 'HS256', jku: 'https://evil.example' }, claims(), 'evil'),
    ],
    ['whose key is a path', () => byHand({ alg: 'HS256', kid: '../../dev/null' }, claims(), '')],
    ['that is another algorithm by its header', () => es()],
    ['expired', () => hs({ exp: nowSec() - 31 })],
    ['without an end', () => hs({ exp: undefined })],
    ['with an end in words', () => hs({ exp: String(nowSec() + 60) })],
    ['with an end of null', () => hs({ exp: null })],
    ['with an end in a thousand years', () => hs({ exp: 1e12 })],
    ['not yet valid', () => hs({ nbf: nowSec() + 60 })],
    ['issued tomorrow', () => hs({ iat: nowSec() + 86_400 })],
    ['that refreshes', () => hs({ type: 'refresh' })],
    ['that refreshes by its header', () => hs({}, { alg: 'HS256', typ: 'refresh+jwt' })],
    ['for another audience', () => hs({ aud: 'shop' })],
    ['for no audience', () => hs({ aud: undefined })],
    ['of another issuer', () => hs({ iss: 'https://evil.example' })],
    ['of two issuers', () => hs({ iss: [ISSUER] })],
    ['of no issuer', () => hs({ iss: undefined })],
    ['without a subject', () => hs({ sub: undefined })],
    ['whose subject is no text', () => hs({ sub: { admin: true } })],
    ['whose payload is null', () => byHand({ alg: 'HS256' }, 'null', SECRET)],
    ['whose payload is a list', () => byHand({ alg: 'HS256' }, '[1]', SECRET)],
    ['whose payload is a text', () => byHand({ alg: 'HS256' }, '"x"', SECRET)],
    ['whose payload is no JSON', () => byHand({ alg: 'HS256' }, '{', SECRET)],
    ['of a megabyte', () => hs({ x: 'a'.repeat(1_000_000) })],
    ['just too long', () => hs({ x: 'a'.repeat(4_000) })],
    ['that is nothing', () => '.'],
    ['that is empty in parts', () => '..'],
    ['that is no token', () => 'Bearer'],
    ['that is sealed, not signed', () => 'eyJhbGciOiJkaXIifQ..a.b.c'],
  ];

  test.each(wrong)('%s: 401', async (_case, make) => {
    await expectRefused(await make(), HS256);
  });

  test.each<[string, object]>([
    ['of a user', { role: 'USER' }],
    ['of no role', { role: undefined }],
    ['of a role in small letters', { role: 'admin' }],
    ['of two roles', { role: undefined, roles: ['ADMIN', 'SUPER_ADMIN'] }],
    ['of an admin role among others', { role: undefined, roles: ['USER', 'ADMIN'] }],
    ['of another role in another place', { roles: ['SUPER_ADMIN'] }],
  ])('%s: 403', async (_case, changes) => {
    await expectRefused(await hs(changes), HS256, [403]);
  });

  test.each<[string, () => Promise<string>]>([
    ['signed by a stranger', () => es({}, { key: stranger.privateKey })],
    [
      'signed by a stranger who brings the key',
      async () =>
        es({}, { key: stranger.privateKey, header: { jwk: await exportJWK(stranger.publicKey) } }),
    ],
    ['of a key that nobody knows', () => es({}, { header: { kid: 'two' } })],
    [
      'signed with our public key as a secret',
      async () => byHand({ alg: 'HS256', kid: 'one' }, claims(), await exportSPKI(shop.publicKey)),
    ],
    [
      'signed with our public key as it is published',
      async () => byHand({ alg: 'HS256' }, claims(), JSON.stringify(jwks)),
    ],
    ['of the shared secret', () => hs()],
  ])('%s: 401 where keys are public', async (_case, make) => {
    await expectRefused(await make(), JWKS);
  });

  test('in 401 broken variants of a good one: none opens, none is an error', async () => {
    const good = await hs();
    const random = createRandom(7);
    for (let variant = 0; variant < 401; variant += 1) {
      await expectRefused(breakToken(good, random), HS256, [401, 403]);
    }
  }, 60_000);

  test.each([
    ['Basic', 'Basic dTpw'],
    ['small letters', 'bearer x.y.z'],
    ['two spaces', 'Bearer  x.y.z'],
    ['nothing', ''],
  ])('sent as %s: 401', async (_case, authorization) => {
    expect((await signIn('', HS256, { authorization })).status).toBe(401);
  });
});

describe('Cloudflare Access', () => {
  const TEAM = 'https://team.cloudflareaccess.com';
  const ACCESS = { AUTH_MODE: 'access', AUTH_ISSUER: TEAM, AUTH_AUDIENCE: 'tag' };
  const assertion = async (changes: object = {}) => {
    const key = await generateKeyPair('RS256', { extractable: true });
    const certs = { keys: [{ ...(await exportJWK(key.publicKey)), kid: 'a', alg: 'RS256' }] };
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) =>
      input === `${TEAM}/cdn-cgi/access/certs` ? Response.json(certs) : fetch(input, init),
    );
    return new SignJWT(claims({ iss: TEAM, aud: ['tag'], role: undefined, ...changes }))
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .sign(key.privateKey);
  };
  const enter = async (token: string, env: object) =>
    (await signIn('', env, { 'cf-access-jwt-assertion': token })).status;

  beforeEach(() => vi.resetModules());

  test('lets in whom its policy lets in, with the role that is set for all, or the one in the token', async () => {
    // Another minute: keys are asked for again once in one.
    vi.useFakeTimers({ now: Date.now() + 25 * 60 * 60_000, toFake: ['Date'] });
    const token = await assertion();
    expect(await enter(token, { ...ACCESS, AUTH_ACCESS_ROLE: 'ADMIN' })).toBe(201);
    expect(await enter(token, ACCESS)).toBe(403);
    // A browser's own header is none of Access.
    expect((await signIn(token, ACCESS)).status).toBe(401);
  });
});

test('with a way in that is set wrong no token opens, but break-glass does, and admins see it', async () => {
  const env = { ...HS256, AUTH_JWKS_URL: KEYS };
  await expectRefused(await hs(), env);
  const { status, cookie } = await signIn(BREAK_GLASS, env);
  expect(status).toBe(201);
  const headers = { cookie: cookie?.split(';')[0] ?? '' };
  const session = await ask('/api/v1/session', { headers, env: testEnv(env) });
  expect((await session.json<{ data: object }>()).data).toMatchObject({
    user: 'break-glass',
    role: 'SUPER_ADMIN',
    breakGlassUsedAt: expect.stringMatching(/^\d{4}-/),
    warnings: [expect.stringContaining('AUTH_JWKS_URL')],
  });
});

describe('while the issuer is away', () => {
  let hours = 26;
  // A time after all others: what one test has kept is old in the next.
  beforeEach(() => {
    hours += 26;
    vi.useFakeTimers({ now: Date.now() + hours * 60 * 60_000, toFake: ['Date'] });
  });
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const away = async () => Response.json({}, { status: 502 });
  const MINUTE = 60_000;

  test('keys of up to 24 hours ago open, and it is asked once a minute', async () => {
    expect((await signIn(await es(), JWKS)).status).toBe(201);
    issue = away;
    pass(23 * 60 * MINUTE);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn(await es(), JWKS)).status).toBe(201);
    }
    expect(asked).toBe(2);
    pass(61 * MINUTE);
    const { status, answer } = await signIn(await es(), JWKS);
    expect([status, JSON.parse(answer).code]).toEqual([503, 'UNAVAILABLE']);
  });

  test('an isolate that has seen no keys takes the copy', async () => {
    issue = away;
    const copy = { url: KEYS, fetchedMs: Date.now() - 23 * 60 * MINUTE, jwks };
    await testEnv().STATUS_KV.put('auth-keys:v1', JSON.stringify(copy));
    expect((await signIn(await es(), JWKS)).status).toBe(201);
    await testEnv().STATUS_KV.delete('auth-keys:v1');
  });

  test.each<[string, () => Promise<Response>]>([
    ['leads elsewhere', async () => Response.redirect('https://evil.example/jwks', 302)],
    ['gives a shared secret', async () => Response.json({ keys: [{ kty: 'oct', k: 'x' }] })],
    ['gives 65 KB', async () => new Response(JSON.stringify({ ...jwks, x: 'x'.repeat(66_000) }))],
    ['gives no JSON', async () => new Response('<html>')],
    ['breaks off', async () => Promise.reject(new Error('connection lost'))],
  ])('that %s, no token opens, and break-glass does', async (_case, answer) => {
    issue = answer;
    expect((await signIn(await es(), JWKS)).status).toBe(503);
    expect((await signIn(BREAK_GLASS, JWKS)).status).toBe(201);
  });

  test('a new key is found at once, and asking for unknown ones is limited', async () => {
    expect((await signIn(await es(), JWKS)).status).toBe(201);
    pass(2 * MINUTE);
    const next = await exportJWK(stranger.publicKey);
    issue = async () => Response.json({ keys: [{ ...next, kid: 'two', alg: 'ES256' }] });
    const fresh = () => es({}, { key: stranger.privateKey, header: { kid: 'two' } });
    expect((await signIn(await fresh(), JWKS)).status).toBe(201);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn(await es({}, { header: { kid: 'three' } }), JWKS)).status).toBe(401);
    }
    expect(asked).toBe(2);
  });
});

describe('while the database is away', () => {
  const away = () => ({
    DATABASE_URL: `postgres://u:p@127.0.0.1:${new URL(inject('backing').closedUrl).port}/x`,
  });

  test('no token opens, and it says why; break-glass does, and is noted once the database is back', async () => {
    // Later than any epoch that another test begins.
    await testEnv().STATUS_KV.put('session-epoch:v1', '1000000');
    const refused = await signIn(await hs(), { ...HS256, ...away() });
    expect([refused.status, JSON.parse(refused.answer).message]).toEqual([
      503,
      'The database gives no answer: nothing can be read or saved',
    ]);
    const { status, cookie } = await signIn(BREAK_GLASS, { ...HS256, ...away() });
    expect(status).toBe(201);
    expect(said.join()).toContain('The break-glass token was used while the database is away');
    const headers = { cookie: cookie?.split(';')[0] ?? '' };
    const gone = await ask('/api/v1/session', { headers, env: testEnv(away()) });
    expect((await gone.json<{ data: object }>()).data).toMatchObject({ isDatabaseAway: true });
    const url = inject('backing').env['DATABASE_URL'] ?? '';
    const db = openDb(url, AbortSignal.timeout(10_000));
    const since = new Date(Date.now() - 5_000).toISOString();
    const uses = async () =>
      (await listAudit(db, { actor: 'break-glass', from: since }, { page: 1, limit: 100 })).total;
    const before = await uses();
    const back = await ask('/api/v1/session', { headers });
    expect(back.headers.get('set-cookie')).toContain('__Host-pharos=');
    await ask('/api/v1/session', { headers });
    expect(await uses()).toBe(before + 1);
  });

  test('and no copy of the epoch is there, break-glass does not open either', async () => {
    await testEnv().STATUS_KV.delete('session-epoch:v1');
    expect((await signIn(BREAK_GLASS, away())).status).toBe(503);
  });
});
