import { afterEach, beforeEach, expect, test } from 'vitest';
import { startOrigin, type Origin } from './start-origin.ts';
import { initialSimState, type SimState } from './sim-state.ts';

const token = 'dev-scrape-token-0000';
const headers = { authorization: `Bearer ${token}` };
let origin: Origin;

beforeEach(async () => {
  origin = await startOrigin({ port: 0, token, tickMs: 2 ** 31 - 1, random: () => 0.5 });
});

afterEach(() => origin.stop());

function change(fields: Partial<SimState>) {
  return fetch(`${origin.url}/__sim`, { method: 'POST', body: JSON.stringify(fields) });
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(origin.url + path, { headers })).status;
}

async function textOf(path: string): Promise<string> {
  return (await fetch(origin.url + path, { headers })).text();
}

test('with the API server down only the storefront and the switches answer', async () => {
  await change({ down: ['api-server'] });
  for (const path of ['/health', '/metrics', '/api/v1/digital-products', '/nope']) {
    await expect(fetch(origin.url + path, { headers })).rejects.toThrow('fetch failed');
  }
  expect(await statusOf('/')).toBe(200);
  expect(await statusOf('/__sim')).toBe(200);
});

test('with the storefront down the page is 503 and the API is well', async () => {
  await change({ down: ['storefront'] });
  expect(await statusOf('/')).toBe(503);
  expect(await statusOf('/api/v1/digital-products')).toBe(200);
  expect(await textOf('/health/detailed')).not.toContain('storefront');
});

test.each<[SimState['down'], number, number, number]>([
  [['postgresql'], 503, 503, 500],
  [['redis'], 503, 503, 200],
  [['stripe-api'], 200, 200, 200],
  [['s3-storage', 'smtp-email'], 200, 200, 200],
])('%j down: detailed %d, ready %d, products %d', async (down, detailed, ready, products) => {
  await change({ down });
  expect(await statusOf('/health/detailed')).toBe(detailed);
  expect(await statusOf('/health/ready')).toBe(ready);
  expect(await statusOf('/api/v1/digital-products')).toBe(products);
  expect(await statusOf('/health')).toBe(200);
});

test('a lie says UP while the page and the API answer 500', async () => {
  await change({ lie: true, down: ['postgresql'] });
  expect(JSON.parse(await textOf('/health/detailed'))).toMatchObject({ status: 'UP' });
  expect(await statusOf('/health/ready')).toBe(200);
  expect(await statusOf('/')).toBe(500);
  expect(await statusOf('/api/v1/digital-products')).toBe(500);
  expect(await textOf('/metrics')).toContain('health_check_status{service="postgresql"} 1');
});

test('an error rate of 1 fails the API, counts it and spares health', async () => {
  await change({ errorRate: 1 });
  expect(await statusOf('/api/v1/digital-products')).toBe(500);
  expect(await statusOf('/health')).toBe(200);
  expect(await textOf('/metrics')).toContain(
    'api_errors_total{type="InternalServerErrorException",route="/api/v1/digital-products"} 1',
  );
});

test('latency delays the API and shows in its histogram', async () => {
  await change({ latencyMs: 60 });
  expect(await statusOf('/api/v1/digital-products')).toBe(200);
  const labels = 'method="GET",route="/api/v1/digital-products",status_code="200"';
  const bucket = `http_request_duration_seconds_bucket{le="0.05",${labels}}`;
  expect(await textOf('/metrics')).toContain(`${bucket} 0`);
});

test('extra heap shows in the exposition only', async () => {
  await change({ heapMb: 2000 });
  const used = /^nodejs_heap_size_used_bytes (\d+)$/m.exec(await textOf('/metrics'))?.[1];
  expect(Number(used)).toBeGreaterThan(2000 * 1024 * 1024);
  expect(process.memoryUsage().heapUsed).toBeLessThan(2000 * 1024 * 1024);
});

test('a commit replaces the one before it', async () => {
  await change({ commit: 'abc1234' });
  const exposition = await textOf('/metrics');
  expect(exposition).toContain('commit="abc1234"} 1');
  expect(exposition).not.toContain(initialSimState.commit);
  expect(JSON.parse(await textOf('/health/detailed'))).toMatchObject({
    instance: { commit: 'abc1234' },
  });
});

test('pending migrations are listed and refused', async () => {
  await change({ pendingMigrations: ['AddCoupons1770000000000'] });
  expect(await statusOf('/health/migrations')).toBe(503);
  expect(JSON.parse(await textOf('/health/migrations'))).toMatchObject({
    status: 'pending',
    configured: 15,
    executed: 14,
    pending: ['AddCoupons1770000000000'],
  });
});
