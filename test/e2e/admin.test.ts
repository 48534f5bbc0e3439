import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { LOCAL } from '../../dev/stack/worker-env.ts';
import { newToken, send, signIn } from './admin-client.ts';
import { openStack, type OpenStack } from './open-stack.ts';

const FAULTS = ['refuse', 'hang', 'cut', '500'] as const;
const Answer = z.object({ message: z.string(), data: z.unknown() });

let stack: OpenStack;
let cookie = '';

beforeAll(async () => {
  stack = await openStack();
  await stack.cron();
  cookie = await signIn(stack);
}, 60_000);

afterAll(() => stack.close());

type Ask = { token?: string; body?: object; cookie?: string; key?: string };

/** As a page of ours asks. */
async function ask(method: string, path: string, { token, body = {}, ...rest }: Ask = {}) {
  const headers = {
    cookie: rest.cookie ?? cookie,
    ...(rest.key !== undefined && { 'idempotency-key': rest.key }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const response = await send(stack, { method, path, headers, body });
  const { message, data } = Answer.parse(await response.json());
  return { status: response.status, headers: response.headers, message, data };
}

const create = (key: string) =>
  ask('POST', '/api/v1/monitoring/tokens', { key, body: { name: key, scopes: ['audit:read'] } });

test('a link signs in once, and leads to the login page', async () => {
  expect(await stack.adminLink()).toMatch(/^http:\/\/localhost:\d+\/admin\/login#token=[\w.-]+$/);
  const token = await newToken(stack);
  const first = await ask('POST', '/api/v1/session', { token, cookie: '' });
  expect(first).toMatchObject({ status: 201, data: { user: 'dev-admin', role: 'SUPER_ADMIN' } });
  expect((await ask('POST', '/api/v1/session', { token, cookie: '' })).status).toBe(401);
});

test.each([
  ['/admin', 303],
  ['/admin/session', 303],
  ['/admin/audit', 303],
  ['/%61dmin/audit', 303],
  ['/admin/%61udit', 303],
  ['/Admin/audit', 404],
  ['//admin/audit', 303],
])('who has not signed in does not see %s: %i', async (path, status) => {
  const response = await fetch(stack.url + path, { redirect: 'manual' });
  expect(response.status).toBe(status);
  expect(response.headers.get('location') ?? '/admin/login?next=').toMatch(
    /^\/admin\/login\?next=/,
  );
  expect(await response.text()).not.toContain('class="rail"');
  expect(response.headers.get('cache-control')).toMatch(/no-store/);
});

test.each(['/admin/login', '/admin/session', '/admin/audit'])(
  '%s is a page for one reader, kept nowhere, with the policies of every page',
  async (path) => {
    const response = await fetch(stack.url + path, { headers: { cookie } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('cloudflare-cdn-cache-control') ?? 'no-store').toBe('no-store');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe|eval/);
  },
);

describe('while the origin', () => {
  test.each([
    ['hangs', { hang: true }],
    ['refuses', { down: ['api-server'] }],
    ['lies', { lie: true }],
  ])('%s, a session works and break-glass opens', async (_state, fault) => {
    await stack.post('sim', fault);
    try {
      expect((await ask('GET', '/api/v1/session')).status).toBe(200);
      expect((await ask('GET', '/api/v1/monitoring/audit')).status).toBe(200);
      expect((await create(`origin-${crypto.randomUUID()}`)).status).toBe(201);
      const token = LOCAL.breakGlass;
      const opened = await ask('POST', '/api/v1/session', { token, cookie: '' });
      expect(opened.status).toBe(201);
      const notices = await ask('GET', '/api/v1/session');
      expect(notices.data).toMatchObject({ breakGlassUsedAt: expect.any(String) });
    } finally {
      await stack.post('sim', { reset: true });
    }
  });
});

test.each(FAULTS)(
  'Postgres away (%s): pages and the session work, all else says why, and nothing is made twice',
  async (mode) => {
    const key = `postgres-${mode}-key`;
    await stack.post('faults', { postgres: mode });
    try {
      const session = await ask('GET', '/api/v1/session');
      expect(session).toMatchObject({ status: 200, data: { isDatabaseAway: true } });
      expect((await fetch(`${stack.url}/admin/audit`, { headers: { cookie } })).status).toBe(200);
      for (const refused of [await ask('GET', '/api/v1/monitoring/audit'), await create(key)]) {
        expect(refused).toMatchObject({ status: 503, data: null });
        expect(refused.message).toMatch(/^The database (gives|gave) no answer/);
      }
      const link = await ask('POST', '/api/v1/session', {
        token: await newToken(stack),
        cookie: '',
      });
      expect(link.status).toBe(503);
    } finally {
      await stack.post('faults', { postgres: 'ok' });
    }
    const made = [await create(key), await create(key)];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    const noted = await ask('GET', `/api/v1/monitoring/audit?action=token.create`);
    const names = JSON.stringify(noted.data).match(new RegExp(`"name":"${key}"`, 'g'));
    expect(names).toHaveLength(1);
  },
  30_000,
);

test('all sessions end by one request: for the API at once, for pages with the next tick', async () => {
  const pageStatus = async () => {
    const page = await fetch(`${stack.url}/admin/audit`, {
      headers: { cookie },
      redirect: 'manual',
    });
    return page.status;
  };
  expect(await pageStatus()).toBe(200);
  expect((await ask('POST', '/api/v1/session/end-all')).status).toBe(200);
  expect((await ask('GET', '/api/v1/session')).status).toBe(401);
  await stack.cron();
  expect(await pageStatus()).toBe(303);
});

test('the eleventh attempt to sign in within a minute is refused', async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    statuses.push((await ask('POST', '/api/v1/session', { token: 'x', cookie: '' })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});
