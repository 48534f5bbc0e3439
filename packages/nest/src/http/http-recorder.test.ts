import { VersioningType, type INestApplication } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Registry } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { ObservabilityModule } from '../observability.module.ts';
import { openApp, type OpenApp } from '../testing/open-app.ts';
import { Refuse } from '../testing/small-host.ts';

const opened: OpenApp[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((host) => host.close()));
});

async function open(...args: Parameters<typeof openApp>): Promise<OpenApp> {
  const host = await openApp(...args);
  opened.push(host);
  return host;
}

async function ask(host: OpenApp, path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(host.url + path, init);
  await response.arrayBuffer();
  return response.status;
}

const MALFORMED = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };

test.each<[string, string, RequestInit, string]>([
  ['an answer', '/things/7', {}, 'GET /things/:id 200'],
  ['a query', '/things/7?token=secret', {}, 'GET /things/:id 200'],
  ['a refusal of a guard', '/things/guarded', {}, 'GET /things/guarded 403'],
  ['an exception of a handler', '/things/none', {}, 'GET /things/:id 404'],
  ['an error', '/things/boom/x', {}, 'GET /things/boom/:kind 500'],
  ['no such route', '/nothing/7', {}, 'GET (unmatched) 404'],
  ['a body that is no JSON', '/things', MALFORMED, 'POST (unmatched) 400'],
  ['a wildcard', '/things/wild/a/b', {}, 'GET /things/wild/*rest 200'],
  ['HEAD', '/things/7', { method: 'HEAD' }, 'HEAD /things/:id 200'],
  ['OPTIONS', '/things/7', { method: 'OPTIONS' }, 'OPTIONS (unmatched) 404'],
  ['an event stream', '/things/events', {}, 'GET /things/events 200'],
  ['a file', '/things/file', {}, 'GET /things/file 200'],
  ['a stream of its own', '/things/raw', {}, 'GET /things/raw 200'],
  ['a refused scrape', '/metrics', {}, 'GET /metrics 401'],
])('%s is counted once, as the client saw it', async (_case, path, init, expected) => {
  const host = await open();
  const status = await ask(host, path, init);
  await expect.poll(host.counts).toEqual({ [expected]: 1 });
  expect(expected).toContain(` ${status}`);
});

test('a client that leaves before the first byte is counted as 499', async () => {
  const host = await open();
  const signal = AbortSignal.timeout(80);
  await expect(ask(host, '/things/slow', { signal })).rejects.toThrow('timeout');
  await expect.poll(host.counts).toEqual({ 'GET /things/slow 499': 1 });
});

test('a client that leaves in the middle of a stream is counted with its status', async () => {
  const host = await open();
  const leave = new AbortController();
  const response = await fetch(`${host.url}/things/raw`, { signal: leave.signal });
  leave.abort();
  await expect.poll(host.counts).toEqual({ 'GET /things/raw 200': 1 });
  expect(response.status).toBe(200);
});

test.each([
  ['/things/events', 0],
  ['/things/file', 0],
  ['/things/raw', 0],
  ['/things/7', 1],
])('%s leaves %d samples of latency', async (path, samples) => {
  const host = await open();
  await ask(host, path);
  await expect.poll(async () => Object.values(await host.counts())).toEqual([1]);
  const text = await host.registry.getSingleMetricAsString('http_request_duration_seconds');
  expect([...text.matchAll(/_count\{.*\} 1$/gm)]).toHaveLength(samples);
});

test.each<[string, (app: INestApplication) => void, string, string]>([
  [
    'a prefix',
    (app) => app.setGlobalPrefix('shop/api'),
    '/shop/api/things/7',
    '/shop/api/things/:id',
  ],
  [
    'a version in the address',
    (app) => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '2' }),
    '/v2/things/7',
    '/v2/things/:id',
  ],
])('with %s the pattern has it too', async (_case, setUp, path, route) => {
  const host = await open({ setUp });
  await ask(host, path);
  await ask(host, '/things/7');
  await expect.poll(host.counts).toEqual({ [`GET ${route} 200`]: 1, 'GET (unmatched) 404': 1 });
});

test('with a global guard every refusal is counted by its route', async () => {
  const host = await open({ providers: [{ provide: APP_GUARD, useClass: Refuse }] });
  await ask(host, '/things/7');
  await expect.poll(host.counts).toEqual({ 'GET /things/:id 403': 1 });
});

test('past the limit of series a request is still counted, under (other)', async () => {
  const host = await open({ options: { http: { maxSeries: 2 } } });
  for (const path of ['/things/7', '/none', '/things/wild/a', '/things/file', '/things/7']) {
    await ask(host, path);
  }
  await expect.poll(host.counts).toEqual({
    'GET /things/:id 200': 2,
    'GET (unmatched) 404': 1,
    'GET (other) 200': 2,
  });
});

test('a request in flight is an active connection', async () => {
  const host = await open();
  const asking = ask(host, '/things/slow');
  const active = () => host.registry.getSingleMetricAsString('http_active_connections');
  await expect.poll(active).toContain('http_active_connections 1');
  await asking;
  await expect.poll(active).toContain('http_active_connections 0');
});

test('what another part of the server answers is not counted', async () => {
  const host = await open({
    setUp: (app) => {
      const server = app.getHttpServer();
      const [express] = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request: { url: string }, response: { end: () => void }) => {
        if (request.url.startsWith('/socket.io')) return response.end();
        express(request, response);
      });
    },
  });
  await ask(host, '/socket.io/?EIO=4');
  await ask(host, '/things/7');
  await expect.poll(host.counts).toEqual({ 'GET /things/:id 200': 1 });
});

test('Fastify is refused by name', async () => {
  const observability = ObservabilityModule.forRoot({ registry: new Registry() });
  class AppModule {}
  const module = { module: AppModule, imports: [observability] };
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await expect(app.init()).rejects.toThrow(
    'it runs on fastify, and @pharos/nest knows Express only',
  );
});
