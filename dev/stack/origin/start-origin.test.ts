import { afterEach, expect, test, vi } from 'vitest';
import { startOrigin, type Origin, type OriginOptions } from './start-origin.ts';

const token = 'dev-scrape-token-0000';
const NEVER_MS = 2 ** 31 - 1;
const startedMs = Date.UTC(2026, 10, 24, 12);
const origins: Origin[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(origins.splice(0).map((origin) => origin.stop()));
});

async function start(options: Partial<OriginOptions> = {}): Promise<Origin> {
  const quiet = { port: 0, token, tickMs: NEVER_MS, random: () => 0.5, now: () => startedMs };
  const origin = await startOrigin({ ...quiet, ...options });
  origins.push(origin);
  return origin;
}

function get(origin: Origin, path: string, headers: Record<string, string> = {}) {
  return fetch(origin.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function scrape(origin: Origin): Promise<string> {
  return (await get(origin, '/metrics')).text();
}

async function scrapeBoth(origin: Origin): Promise<string> {
  return (await scrape(origin)) + (await scrape(origin));
}

function countLines(exposition: string, line: string): number {
  return exposition.split('\n').filter((found) => found.startsWith(line)).length;
}

function change(origin: Origin, fields: Record<string, unknown>) {
  return fetch(`${origin.url}/__sim`, { method: 'POST', body: JSON.stringify(fields) });
}

test.each([
  ['GET', '/', 200, '<h1>KTBlog</h1>'],
  ['GET', '/health', 200, '"status":"ok"'],
  ['GET', '/health/ready', 200, '"database":{"status":"up"}'],
  ['GET', '/health/detailed', 200, '"status":"UP"'],
  ['GET', '/health/migrations', 200, '"pending":[]'],
  ['GET', '/metrics', 200, '# TYPE http_requests_total counter'],
  ['GET', '/api/v1/digital-products?limit=1', 200, '"status":"success"'],
  ['HEAD', '/api/v1/digital-products', 200, ''],
  ['GET', '/nope', 404, '{"message":"Cannot GET /nope","error":"Not Found","statusCode":404}'],
  ['POST', '/api/v1/digital-products', 404, 'Cannot POST /api/v1/digital-products'],
])('%s %s answers %d', async (method, path, status, text) => {
  const origin = await start();
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(origin.url + path, { method, headers });
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(text);
});

test.each(['/health/detailed', '/health/migrations', '/metrics'])(
  '%s refuses a request without the token',
  async (path) => {
    const response = await get(await start(), path, { authorization: 'Bearer other' });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ statusCode: 401, message: 'Unauthorized' });
  },
);

test('limit says how many products come', async () => {
  const response = await get(await start(), '/api/v1/digital-products?limit=3');
  const body: unknown = await response.json();
  expect(body).toMatchObject({ status: 'success', data: [{}, {}, {}] });
});

test('a request is counted under its pattern, never under its URL', async () => {
  const origin = await start();
  await get(origin, '/api/v1/digital-products?limit=1');
  await get(origin, '/wp-login.php?secret=1');
  const exposition = await scrapeBoth(origin);
  expect(exposition).toContain(
    'http_requests_total{method="GET",route="/api/v1/digital-products",status_code="200"} 1',
  );
  expect(exposition).toContain(
    'http_requests_total{method="GET",route="(unmatched)",status_code="404"} 1',
  );
  expect(exposition).not.toContain('wp-login');
});

test('scrapes alternate between two instances, whatever is asked in between', async () => {
  const origin = await start();
  const seen: (string | undefined)[] = [];
  for (let count = 0; count < 4; count += 1) {
    seen.push(/ktblog_instance_info\{instance="([^"]+)"/.exec(await scrape(origin))?.[1]);
    await get(origin, '/health');
  }
  expect(seen).toEqual(['ktblog-1:1', 'ktblog-2:1', 'ktblog-1:1', 'ktblog-2:1']);
});

test('visitors arrive on the timer', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let nowMs = startedMs;
  const origin = await start({ now: () => nowMs, tickMs: 250, random: Math.random });
  nowMs += 5000;
  vi.advanceTimersByTime(250);
  expect(countLines(await scrapeBoth(origin), 'http_requests_total{')).toBeGreaterThan(0);
});

test('a restart empties the counters and moves the start time of both', async () => {
  let nowMs = startedMs;
  const origin = await start({ now: () => nowMs });
  await get(origin, '/api/v1/digital-products');
  await get(origin, '/api/v1/digital-products');
  const before = await scrapeBoth(origin);
  const products = 'http_requests_total{method="GET",route="/api/v1/digital-products"';
  expect(countLines(before, products)).toBe(2);
  nowMs += 60_000;
  expect((await change(origin, { restart: true })).status).toBe(200);
  const after = await scrapeBoth(origin);
  expect(countLines(after, products)).toBe(0);
  expect(countLines(before, `process_start_time_seconds ${startedMs / 1000}`)).toBe(2);
  expect(countLines(after, `process_start_time_seconds ${startedMs / 1000 + 60}`)).toBe(2);
});

test('a taken port names the variable that moves the origin', async () => {
  const { port } = await start();
  await expect(start({ port })).rejects.toThrow(
    `Cannot start the dev origin: port ${port} is taken: set DEV_ORIGIN_PORT to a free one`,
  );
});
