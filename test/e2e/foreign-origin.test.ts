import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOddServer, type OddServer } from '../odd-server.ts';
import { openStack, type OpenStack } from './open-stack.ts';

let sample: Server;
let odd: OddServer;
let stack: OpenStack;

// A plain HTTP server with what a real KTBlog answered once, and nothing else of ours.
beforeAll(async () => {
  sample = createServer((request, response) => {
    const file = {
      '/': 'storefront.html',
      '/health/detailed': 'health-detailed.json',
      '/health/migrations': 'health-migrations.json',
      '/metrics': 'metrics.txt',
    }[request.url ?? ''];
    if (file === undefined) return void response.writeHead(404).end();
    response.end(readFileSync(`test/samples/${file}`));
  });
  sample.listen(0, '127.0.0.1');
  await once(sample, 'listening');
  odd = await startOddServer();
}, 60_000);

afterAll(async () => {
  sample.close();
  await odd.stop();
});

async function watch(url: string): Promise<Record<string, string>> {
  stack = await openStack({ ORIGIN_URL: url });
  try {
    expect(await stack.cron()).toBe('ok');
    return await stack.statuses();
  } finally {
    await stack.close();
  }
}

test('an origin with a health report shows what it reports and nothing of our stand-ins', async () => {
  const address = sample.address();
  if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
  expect(await watch(`http://127.0.0.1:${address.port}`)).toEqual({
    'api-server': 'UP',
    postgresql: 'UP',
    redis: 'UP',
  });
});

test('any other web page is one service, named after its host', async () => {
  expect(await watch(`${odd.url}/html`)).toEqual({ 'api-server': 'UP' });
  expect(stack.env).toMatchObject({ PRODUCT_NAME: '127.0.0.1', PROBE_API_PATH: '/' });
});

test('a redirect loop is down', async () => {
  expect(await watch(`${odd.url}/loop`)).toMatchObject({ 'api-server': 'DOWN' });
});
