import { APP_GUARD } from '@nestjs/core';
import { afterEach, expect, test, vi } from 'vitest';
import { bearer, openApp, TOKEN, type OpenApp } from '../testing/open-app.ts';
import { Refuse } from '../testing/small-host.ts';

const OTHER_TOKEN = 'another-token-for-tests';
const opened: OpenApp[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(opened.splice(0).map((host) => host.close()));
});

async function open(...args: Parameters<typeof openApp>): Promise<OpenApp> {
  const host = await openApp(...args);
  opened.push(host);
  return host;
}

async function ask(host: OpenApp, path: string, init: RequestInit = bearer(TOKEN)) {
  const response = await fetch(host.url + path, init);
  const body = await response.json();
  return { status: response.status, body: Object(body) };
}

const well = { name: 'mine', check: async () => ({ size: 3 }) };
const ill = {
  name: 'mine',
  check: async () => {
    throw new Error('refused for token=abcdef');
  },
};

test('the report has what Pharos reads', async () => {
  const instance = { id: 'shop-1:7', version: '1.4.2', commit: '3f2a91c' };
  const host = await open({ options: { probes: [well], instance } });
  const { status, body } = await ask(host, '/health/detailed');
  expect(status).toBe(200);
  expect(body).toEqual({
    status: 'UP',
    checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    durationMs: expect.any(Number),
    instance: {
      ...instance,
      startedAt: expect.stringMatching(/Z$/),
      uptimeSeconds: expect.any(Number),
      node: process.version,
    },
    services: {
      'api-server': { status: 'UP', latencyMs: 0, checkedAt: expect.any(String) },
      mine: {
        status: 'UP',
        latencyMs: expect.any(Number),
        checkedAt: expect.any(String),
        metadata: { size: 3 },
      },
    },
  });
});

test.each<[string, object, number, string]>([
  ['all well', well, 200, 'UP'],
  ['something down', ill, 200, 'DEGRADED'],
  ['something critical down', { ...ill, isCritical: true }, 503, 'DOWN'],
])('%s: the same body with status %4$s', async (_case, probe, status, state) => {
  const host = await open({ options: { probes: [{ ...well, ...probe }] } });
  const answer = await ask(host, '/health/detailed');
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status: state, services: { 'api-server': {}, mine: {} } });
  expect(JSON.stringify(answer.body)).not.toContain('abcdef');
});

test.each([
  ['the token', bearer(TOKEN), 200],
  ['the other token of a rotation', bearer(OTHER_TOKEN), 200],
  ['no token', {}, 401],
  ['a wrong token', bearer('a-token-for-tests-0001'), 401],
  ['the beginning of the token', bearer(TOKEN.slice(0, -1)), 401],
  ['both tokens', bearer(`${TOKEN} ${OTHER_TOKEN}`), 401],
  ['an empty token', bearer(''), 401],
  ['another scheme', { headers: { authorization: `Basic ${TOKEN}` } }, 401],
])('%s', async (_case, init, status) => {
  const host = await open({ options: { tokens: [TOKEN, OTHER_TOKEN] } });
  for (const path of ['/health/detailed', '/metrics']) {
    const response = await fetch(host.url + path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate') !== null).toBe(status === 401);
  }
});

test.each([
  '/health/detailed/',
  '/HEALTH/DETAILED',
  '/health/detailed//',
  '/health/detailed?x=1',
  '/%68ealth/detailed',
  '//health/detailed',
  '/x/../health/detailed',
  '/health/detailed;a',
  '/health/detailed%00',
  '/metrics/',
  '/Metrics',
])('%s opens nothing without a token', async (path) => {
  const host = await open();
  const response = await fetch(host.url + path);
  expect([400, 401, 404]).toContain(response.status);
});

test.each([
  ['production', 503],
  ['development', 200],
])('without any token it is closed in production: %s answers %d', async (environment, status) => {
  vi.stubEnv('NODE_ENV', environment);
  const host = await open({ options: { tokens: [] } });
  for (const path of ['/health/detailed', '/metrics']) {
    expect((await fetch(host.url + path)).status).toBe(status);
  }
});

test('tokens come from METRICS_TOKENS, by comma', async () => {
  vi.stubEnv('METRICS_TOKENS', `${TOKEN}, ${OTHER_TOKEN}`);
  const host = await open({ areTokensGiven: false });
  expect((await ask(host, '/health/detailed', bearer(OTHER_TOKEN))).status).toBe(200);
  expect((await ask(host, '/health/detailed', {})).status).toBe(401);
});

test('a short token is refused at the start', async () => {
  await expect(open({ options: { tokens: ['short'] } })).rejects.toThrow(
    'a token has fewer than 16 characters: make one with: openssl rand -hex 24',
  );
});

test('prefix and global guard of the host do not reach it', async () => {
  const host = await open({
    providers: [{ provide: APP_GUARD, useClass: Refuse }],
    setUp: (app) => app.setGlobalPrefix('api'),
  });
  expect((await ask(host, '/health/detailed')).status).toBe(200);
});

test('however many ask at once, each dependency is asked once', async () => {
  let checks = 0;
  const counted = {
    name: 'mine',
    async check() {
      checks += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return {};
    },
  };
  const options = { probes: [counted], health: { everyMs: 0, cacheMs: 60_000 } };
  const host = await open({ options });
  await Promise.all(Array.from({ length: 20 }, () => ask(host, '/health/detailed')));
  await ask(host, '/health/detailed');
  expect(checks).toBe(1);
});

class Init1700000000000 {}
class AddRefunds1761000000000 {}

const noTable = Object.assign(new Error('relation "migrations" does not exist'), { code: '42P01' });

test.each<[string, object[], unknown, number, object]>([
  [
    'all of them ran',
    [new Init1700000000000()],
    ['Init1700000000000'],
    200,
    { status: 'ok', pending: [] },
  ],
  [
    'one is pending',
    [new Init1700000000000(), new AddRefunds1761000000000()],
    ['Init1700000000000'],
    503,
    { status: 'pending', pending: ['AddRefunds1761000000000'] },
  ],
  [
    'the database is ahead',
    [new Init1700000000000()],
    ['Init1700000000000', 'Newer'],
    200,
    { status: 'ok', unknownInDatabase: ['Newer'], last: 'Newer' },
  ],
  ['none ran yet', [new Init1700000000000()], noTable, 503, { status: 'pending', executed: 0 }],
  ['none is configured', [], ['Init1700000000000'], 503, { status: 'unknown' }],
  [
    'no answer',
    [new Init1700000000000()],
    new Error('away'),
    503,
    { status: 'error', message: 'away' },
  ],
])('/health/migrations when %s', async (_case, migrations, rows, status, body) => {
  const asked: string[] = [];
  const dataSource = {
    migrations,
    async query(sql: string) {
      asked.push(sql);
      if (rows instanceof Error) throw rows;
      return Array.isArray(rows) ? rows.map((name) => ({ name })) : [];
    },
  };
  const host = await open({ options: { dataSource } });
  const answer = await ask(host, '/health/migrations');
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject(body);
  expect(asked).toEqual(['SELECT "name" FROM "migrations" ORDER BY "id"']);
});
