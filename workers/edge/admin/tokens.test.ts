// How every write behaves, shown with API tokens: twice at once, with an old version, with wrong input.
import * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, cookieOf, newKey } from '../test-env.ts';

const PATH = '/api/v1/monitoring/tokens';
const Answer = z.object({
  message: z.string(),
  code: z.string().optional(),
  data: z.record(z.string(), z.unknown()).nullable(),
});

type Send = { body?: unknown; headers?: Record<string, string>; who?: Record<string, string> };

let mine: { cookie: string };
let user = '';
beforeAll(async () => {
  user = crypto.randomUUID();
  mine = await cookieOf({ user });
});

async function send(method: string, path: string, { body, headers, who = mine }: Send = {}) {
  const key = method === 'GET' ? {} : newKey();
  const response = await ask(path, { method, body, headers: { ...key, ...who, ...headers } });
  const answer = Answer.parse(await response.json());
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    headers: response.headers,
    ...answer,
  };
}

const create = (name: string, rest: Send & { more?: object } = {}) =>
  send('POST', PATH, { body: { name, scopes: ['audit:read'], ...rest.more }, ...rest });
const pathOf = ({ data }: { data: Record<string, unknown> | null }) =>
  `${PATH}/${String(data?.['id'])}`;

describe('a token', () => {
  test('is shown once, opens what its scope names, and is not in the list', async () => {
    const made = await create('ci');
    expect(made).toMatchObject({ status: 201, etag: '"1"' });
    const token = String(made.data?.['token']);
    expect(token).toMatch(/^pharos_[0-9a-f]{16}_[\w-]{43}$/);
    const used = await send('GET', '/api/v1/monitoring/audit', {
      who: { authorization: `Bearer ${token}` },
    });
    expect(used.status).toBe(200);
    const list = await send('GET', PATH);
    expect(list.data).toMatchObject({ page: 1, limit: 25, total: 1 });
    expect(JSON.stringify(list)).not.toMatch(/digest|pharos_/);
    expect(JSON.stringify(list)).toMatch(/"lastUsedAt":"\d{4}-/);
    const noted = await send('GET', `/api/v1/monitoring/audit?actor=${user}&action=token.create`);
    expect(noted.data).toMatchObject({ total: 1 });
    expect(JSON.stringify(noted)).not.toContain(token.slice(24));
  });

  test('of a name lives twice at most, until one is revoked', async () => {
    const first = await create('rotate');
    expect((await create('rotate')).status).toBe(201);
    expect(await create('rotate')).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect((await send('DELETE', pathOf(first), { body: {} })).status).toBe(200);
    expect((await create('rotate')).status).toBe(201);
  });

  test('that was revoked opens nothing, and revoking it again changes nothing', async () => {
    const made = await create('gone');
    const token = String(made.data?.['token']);
    const revoked = await send('DELETE', pathOf(made), { body: {} });
    const again = await send('DELETE', pathOf(made), { body: {} });
    expect(again).toMatchObject({ status: 200, data: { revokedAt: revoked.data?.['revokedAt'] } });
    const used = await ask('/api/v1/monitoring/audit', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(used.status).toBe(401);
  });

  test.each([
    ['no scope', { scopes: [] }],
    ['an unknown scope', { scopes: ['everything'] }],
    ['a life of 91 days', { days: 91 }],
    ['no life', { days: 0 }],
    ['half a day', { days: 1.5 }],
    ['an empty name', { name: ' ' }],
    ['a long name', { name: 'x'.repeat(61) }],
    ['a field too many', { owner: 'somebody' }],
  ])('with %s is refused, and the field is named', async (_case, more) => {
    const refused = await create('wrong', { more });
    expect(refused).toMatchObject({ status: 400, code: 'INVALID' });
    expect(refused.message).toContain(Object.keys(more)[0]);
  });

  test('of somebody else is as unknown as one that never was', async () => {
    const path = pathOf(await create('hidden'));
    const who = await cookieOf({ user: crypto.randomUUID() });
    const never = `${PATH}/ffffffffffffffff`;
    const odd = `${PATH}/%00'--`;
    const body = { name: 'taken' };
    const headers = { 'if-match': '"1"' };
    for (const [method, sent] of [
      ['GET', {}],
      ['PATCH', { body, headers }],
      ['DELETE', { body: {} }],
    ] as const) {
      const answers = await Promise.all(
        [path, never].map((one) => send(method, one, { ...sent, who })),
      );
      for (const { status, message, code, data } of answers) {
        expect({ status, message, code, data }).toEqual({
          status: 404,
          message: 'There is no such thing',
          code: 'NOT_FOUND',
          data: null,
        });
      }
      expect((await send(method, odd, { ...sent, who })).status).toBe(404);
    }
    const above = await cookieOf({ user: 'boss', role: 'SUPER_ADMIN' });
    expect((await send('GET', path, { who: above })).status).toBe(200);
  });
});

describe('a write', () => {
  test('that comes ten times under one key happens once, and its secret is not told again', async () => {
    const key = newKey();
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => create('double', { headers: key })),
    );
    const ids = new Set(sent.map(({ data }) => data?.['id']));
    expect(ids.size).toBe(1);
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201));
    expect(sent.filter(({ data }) => data?.['token'] !== undefined)).toHaveLength(1);
    const replayed = sent.filter(({ headers }) => headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(9);
    const noted = await send('GET', `/api/v1/monitoring/audit?subject=${String([...ids][0])}`);
    expect(noted.data).toMatchObject({ total: 1 });
  });

  test('of another body or another path under a used key is refused', async () => {
    const headers = newKey();
    const made = await create('key', { headers });
    expect(await create('other', { headers })).toMatchObject({ status: 422, code: 'KEY_REUSED' });
    const elsewhere = await send('DELETE', pathOf(made), { body: {}, headers });
    expect(elsewhere.status).toBe(422);
    expect((await send('GET', pathOf(made))).data).toMatchObject({ revokedAt: null });
  });

  test.each(['', 'short', 'x'.repeat(129), 'with a space'])(
    'with the key %j is refused',
    async (key) => {
      const refused = await create('keyless', { headers: { 'idempotency-key': key } });
      expect(refused).toMatchObject({ status: 400, code: 'INVALID' });
    },
  );

  test('of two admins at once wins once; the other one gets what is there now', async () => {
    const made = await create('shared');
    const rename = (name: string, etag = made.etag ?? '') =>
      send('PATCH', pathOf(made), { body: { name }, headers: { 'if-match': etag } });
    const ends = await Promise.all([rename('left'), rename('right')]);
    const [won, lost] = ends.toSorted((one, other) => one.status - other.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost).toMatchObject({
      code: 'CONFLICT',
      etag: '"2"',
      data: { name: won?.data?.['name'] },
    });
    expect(await rename('later', lost?.etag ?? '')).toMatchObject({ status: 200, etag: '"3"' });
  });

  test.each([
    ['', 428, 'VERSION_REQUIRED'],
    ['*', 400, 'INVALID'],
    ['1', 400, 'INVALID'],
    ['W/"1"', 400, 'INVALID'],
    ['"1", "2"', 400, 'INVALID'],
    ['"99999999999"', 400, 'INVALID'],
    ['"7"', 409, 'CONFLICT'],
  ])('with If-Match %j is answered %i', async (etag, status, code) => {
    const made = await create(`match ${etag}`);
    const headers = { 'if-match': etag };
    const sent = await send('PATCH', pathOf(made), { body: { name: 'new' }, headers });
    expect(sent).toMatchObject({ status, code });
    expect((await send('GET', pathOf(made))).etag).toBe('"1"');
  });

  test.each([
    ['is not JSON', '{"half', 400, 'INVALID'],
    ['is larger than 64 KB', JSON.stringify({ name: 'x'.repeat(70_000) }), 413, 'TOO_LARGE'],
    ['is null', 'null', 400, 'INVALID'],
    ['holds what no text may hold', '{"name":"a\\u0000b","scopes":["audit:read"]}', 400, 'INVALID'],
    ['would change what objects are', '{"__proto__":{"x":1}}', 400, 'INVALID'],
  ])('whose body %s is refused', async (_case, text, status, code) => {
    const { api } = await import('../api.ts');
    const { OURS, SITE, testEnv } = await import('../test-env.ts');
    const headers = { ...OURS, ...mine, ...newKey() };
    const response = await api.fetch(
      new Request(SITE + PATH, { method: 'POST', headers, body: text }),
      testEnv(),
    );
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});

test.each([
  ['page=0', 'page'],
  ['limit=101', 'limit'],
  ['limit=x', 'limit'],
  ['from=yesterday', 'from'],
  ['colour=red', 'colour'],
  ['page=1&page=2', 'once'],
  ['actor=%00', 'actor'],
])('the audit log refuses ?%s', async (query, named) => {
  const refused = await send('GET', `/api/v1/monitoring/audit?${query}`);
  expect(refused).toMatchObject({ status: 400, code: 'INVALID' });
  expect(refused.message).toContain(named);
});

test.each([
  ['PUT', PATH, 'GET, HEAD, POST'],
  ['GET', '/api/v1/session/end-all', 'POST'],
])('%s %s is not allowed, and it is said what is', async (method, path, allow) => {
  const response = await ask(path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
});
