import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStack, type OpenStack } from './open-stack.ts';

let stack: OpenStack;

beforeAll(async () => {
  stack = await openStack();
}, 60_000);

afterAll(() => stack.close());

test('before anything was measured the page says so, and the API and health answer 503', async () => {
  const page = await stack.page();
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('Nothing measured yet');
  for (const path of ['/api/v1/status', '/healthz']) {
    const response = await fetch(stack.url + path);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'error',
      code: 'UNAVAILABLE',
      data: null,
    });
  }
});

test('after a cron the page, the API and the health show what was measured', async () => {
  expect(await stack.cron()).toBe('ok');
  const { status, data } = await (await fetch(`${stack.url}/api/v1/status`)).json();
  expect(status).toBe('success');
  expect(data).toMatchObject({ overall: 'UP', incidents: [], maintenance: [], banner: null });
  expect(data.services).toHaveLength(7);
  // The first tick counts, the next one shows it: this cron may have had one tick, or both.
  const counted = expect.toBeOneOf([null, 100]);
  expect(data.services[0]).toEqual({
    serviceName: 'api-server',
    displayName: 'API server',
    status: 'UP',
    latency: expect.any(Number),
    lastCheckedAt: expect.any(String),
    uptimePercentage: counted,
    coverage: counted,
    checkRatio: counted,
  });
  const page = await (await stack.page()).text();
  for (const { displayName } of data.services) expect(page).toContain(displayName);
  const health = await fetch(`${stack.url}/healthz`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ data: { seq: data.seq } });
});

test('the uptime of every service is a number from the second tick on', async () => {
  const uptime = async () => {
    const { data } = await (await fetch(`${stack.url}/api/v1/status/uptime`)).json();
    expect(data.services).toHaveLength(7);
    return data.services[0];
  };
  await stack.cron();
  expect(Object.keys(await uptime())).toEqual([
    'serviceName',
    'displayName',
    'uptimePercentage',
    'coverage',
    'checkRatio',
    'states',
  ]);
  const counted = { uptimePercentage: 100, checkRatio: 100, states: null };
  await expect.poll(uptime, { timeout: 5_000 }).toMatchObject(counted);
});

test.each([
  ['GET', '/api/v1/nothing', 404, 'NOT_FOUND'],
  ['GET', '/api/', 404, 'NOT_FOUND'],
  ['POST', '/api/v1/status', 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
  ['POST', '/', 405, 'METHOD_NOT_ALLOWED'],
  ['POST', '/api/v1/monitoring/deploy/verify', 404, 'NOT_FOUND'],
])('%s %s is refused with %i in the envelope', async (method, path, status, code) => {
  const body = method === 'POST' ? '{"half' : null;
  const response = await fetch(stack.url + path, { method, body });
  expect(response.status).toBe(status);
  const answer = await response.json();
  expect(answer).toEqual({
    status: 'error',
    message: expect.any(String),
    data: null,
    code,
    requestId: expect.stringMatching(/^[\w-]{8,}$/),
  });
  expect(JSON.stringify(answer)).not.toMatch(/\bat \w+|\.ts:/);
});

test('an unknown page is a page', async () => {
  const response = await fetch(`${stack.url}/nothing-here`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('text/html');
});

test('HEAD answers as GET does, without a body', async () => {
  const response = await fetch(`${stack.url}/api/v1/status`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});

const ROUTES = ['/', '/nothing-here', '/robots.txt', '/sitemap.xml', '/favicon.svg', '/healthz'];
const ADMIN_ROUTES = [
  '/admin/login',
  '/admin/audit',
  '/api/v1/session',
  '/api/v1/monitoring/audit',
];
const API_ROUTES = ['/api/v1/status', '/api/v1/nothing', '/api/v1/monitoring/deploy/verify'];

test.each([...ROUTES, ...API_ROUTES, ...ADMIN_ROUTES])(
  '%s carries the policies that every response carries',
  async (path) => {
    const { headers } = await fetch(stack.url + path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe|eval/);
    expect(headers.get('cache-control')).not.toBeNull();
  },
);

test('the page may be kept by the edge cache and is asked for anew by browsers; nothing else is kept', async () => {
  const { headers } = await stack.page();
  expect(headers.get('cloudflare-cdn-cache-control')).toBe(
    'public, max-age=15, stale-while-revalidate=60',
  );
  expect(headers.get('cache-control')).toBe('no-cache');
  for (const path of ['/nothing-here', '/healthz', '/api/v1/nothing']) {
    const other = await fetch(stack.url + path);
    expect(other.headers.get('cache-control')).toBe('no-store');
  }
});

test('a reader who has the page is told that nothing changed', async () => {
  // A fresh page: in this stack it is stale after five seconds, and then another one.
  await stack.cron();
  const fresh = async () => (await fetch(`${stack.url}/healthz`)).status;
  await expect.poll(fresh).toBe(200);
  const etag = (await stack.page()).headers.get('etag') ?? '';
  const again = await fetch(stack.url, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('crawlers find the page and are kept from the API', async () => {
  const robots = await (await fetch(`${stack.url}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${stack.url}/sitemap.xml`);
  expect(await (await fetch(`${stack.url}/sitemap.xml`)).text()).toContain(
    `<loc>${stack.url}/</loc>`,
  );
});
