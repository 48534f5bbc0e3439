import { createHmac } from 'node:crypto';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serve } from '../../dev/stack/serve.ts';
import { startOrigin } from '../../dev/stack/origin/start-origin.ts';
import { isRealPostgresAvailable } from '../postgres.ts';
import type { AppProcess } from './infra/start-process.ts';
import { mixedKinds, sendMixed } from './mixed-requests.ts';
import { openStandIn, WEBHOOK_SECRET, type StandIn } from './open-stand-in.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TOKEN = 'a-token-of-the-stand-in';
const bearer = { headers: { authorization: `Bearer ${TOKEN}` } };
const REQUESTS = 2_000;

let standIn: StandIn;

async function get(app: AppProcess, path: string) {
  const response = await fetch(app.url + path, bearer);
  return { status: response.status, text: await response.text() };
}

async function read(app: AppProcess, pattern: RegExp): Promise<string[][]> {
  const { text } = await get(app, '/metrics');
  return [...text.matchAll(pattern)].map((match) => [...match].slice(1));
}

async function counts(app: AppProcess): Promise<Record<string, number>> {
  const line =
    /^http_requests_total\{method="(\w+)",route="([^"]+)",status_code="(\d+)"\} (\d+)$/gm;
  const rows = await read(app, line);
  const own = rows.filter(([, route]) => route !== '/metrics');
  return Object.fromEntries(
    own.map(([method, route, status, value]) => [`${method} ${route} ${status}`, Number(value)]),
  );
}

const compare = (one: string, other: string) => one.localeCompare(other);

function post(app: AppProcess, path: string, body: object, headers: Record<string, string> = {}) {
  return fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function logIn(app: AppProcess, email: string): Promise<string> {
  const response = await post(app, '/api/v1/auth/login', { email, password: 'demo' });
  return Object(await response.json()).data.accessToken;
}

describe.skipIf(!isRealPostgresAvailable)('the stand-in', () => {
  beforeAll(async () => {
    standIn = await openStandIn(TOKEN);
  });
  afterAll(() => standIn.stop());

  test('2,000 mixed requests are counted exactly as the client saw them', async () => {
    const app = await standIn.startApp({ LOG_LEVEL: 'silent' });
    const kinds = mixedKinds(await logIn(app, 'ada@example.org'));
    const seen = await sendMixed(app.url, kinds, { count: REQUESTS, atOnce: 10 });
    const expected = { ...seen, 'POST /api/v1/auth/login 200': 1 };
    await expect.poll(() => counts(app)).toEqual(expected);
    expect(Object.keys(seen)).toEqual(
      expect.arrayContaining([
        'GET /api/v1/digital-products/slow 499',
        'GET /api/v1/digital-products/admin/stats 401',
        'GET /api/v1/digital-products/admin/stats 403',
        'POST (unmatched) 400',
      ]),
    );
    await app.stop();
  });

  test('a planted secret reaches neither log nor Sentry', async () => {
    const envelopes: string[] = [];
    const sentry = await serve({
      name: 'Sentry',
      handler: async (_request, body) => {
        envelopes.push(body.toString());
        return { status: 200, body: '{}' };
      },
    });
    const app = await standIn.startApp({ SENTRY_DSN: `http://key@127.0.0.1:${sentry.port}/1` });
    const body = {
      reference: 'order-7',
      email: 'PLANTED@example.org',
      total: 5,
      password: 'PLANTED-password',
      card: { number: 'PLANTED-card' },
    };
    const headers = {
      authorization: 'Bearer PLANTED-token',
      cookie: 'sid=PLANTED',
      'x-key': 'PLANTED',
    };
    const order = () => post(app, '/api/v1/checkout/complete?coupon=PLANTED', body, headers);
    expect((await order()).status).toBe(201);
    const failed = await order();
    expect(failed.status).toBe(500);
    expect(await failed.json()).toEqual({ statusCode: 500, message: 'Internal server error' });
    await expect.poll(() => envelopes.join(''), { timeout: 10_000 }).toContain('QueryFailedError');
    expect(envelopes.join('')).toContain('/api/v1/checkout/complete');
    expect(app.output()).toContain('"type":"QueryFailedError"');
    expect(app.output() + envelopes.join('')).not.toContain('PLANTED');
    await app.stop();
    await sentry.stop();
  });

  test('each dependency that stops is seen, and seen to be back', async () => {
    const app = await standIn.startApp();
    const state = async (service: string) => {
      const { status, text } = await get(app, '/health/detailed');
      return `${status} ${JSON.parse(text).services[service].status}`;
    };
    const poll = (service: string) => expect.poll(() => state(service), { timeout: 15_000 });
    await poll('redis').toBe('200 UP');
    await standIn.redis.setUp(false);
    await poll('redis').toBe('503 DOWN');
    await standIn.redis.setUp(true);
    await poll('redis').toBe('200 UP');
    await standIn.postgres.kill();
    await poll('postgresql').toBe('503 DOWN');
    await standIn.postgres.restart();
    await poll('postgresql').toBe('200 UP');
    await standIn.mail.setUp(false);
    await poll('smtp-email').toBe('200 DOWN');
    await standIn.mail.setUp(true);
    await poll('smtp-email').toBe('200 UP');
    standIn.thirdParties.setDown(['stripe-api', 's3-storage']);
    await poll('stripe-api').toBe('200 DOWN');
    await poll('s3-storage').toBe('200 DOWN');
    standIn.thirdParties.setDown([]);
    await poll('s3-storage').toBe('200 UP');
    await app.stop();
  });

  test('what happens in the shop is in the metrics', async () => {
    const app = await standIn.startApp();
    const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'invoice.paid' });
    const seconds = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', WEBHOOK_SECRET)
      .update(`${seconds}.${payload}`)
      .digest('hex');
    const signed = { 'stripe-signature': `t=${seconds},v1=${signature}` };
    expect((await post(app, '/api/v1/webhooks/stripe', JSON.parse(payload), signed)).status).toBe(
      200,
    );
    await post(app, '/api/v1/ai/title-suggestion', {});
    await get(app, '/api/v1/digital-products?limit=1');
    await get(app, '/api/v1/digital-products/gantt-chart');
    const order = { reference: 'order-8', email: 'ada@example.org', total: 12.5, currency: 'EUR' };
    await post(app, '/api/v1/checkout/complete', order);
    const socket = io(app.url, { transports: ['websocket'] });
    await expect.poll(() => socket.connected).toBe(true);
    const { text } = await get(app, '/metrics');
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'stripe_webhook_processing_seconds_count{event_type="invoice.paid"} 1',
        'ai_request_duration_seconds_count{operation="title_suggestion"} 1',
        'product_view_total{product_type="template",source="web"} 1',
        'redis_operations_total{operation="get",status="success"} 1',
        'order_total_amount_sum{currency="eur"} 12.5',
        'email_sent_total{template="order-confirmation",status="success"} 1',
        'active_websocket_connections 1',
        'redis_health_status 1',
      ]),
    );
    socket.disconnect();
    await expect.poll(() => read(app, /^active_websocket_connections (\d)$/gm)).toEqual([['0']]);
    await app.stop();
  });

  test('the light origin has the same families, of the same types', async () => {
    const app = await standIn.startApp();
    const light = await startOrigin({ port: 0, token: TOKEN });
    const families = async (url: string) => {
      const text = await (await fetch(`${url}/metrics`, bearer)).text();
      return [...text.matchAll(/^# TYPE (.+)$/gm)]
        .map(([, family = '']) => family)
        .toSorted(compare);
    };
    expect(await families(app.url)).toEqual(await families(light.url));
    await light.stop();
    await app.stop();
  });

  test.each([
    ['all is well: it goes on', true, 'Smoke tests passed', 200],
    ['Redis is away: after three tries it ends with code 1', false, 'ends with code 1', 1],
  ])('smoke run at boot when %s', async (_case, isUp, text, expected) => {
    await standIn.redis.setUp(isUp);
    const env = { RUN_SMOKE_ON_DEPLOY: 'true', AUTO_ROLLBACK_ENABLED: 'true' };
    const app = await standIn.startApp(env);
    await expect.poll(app.output, { timeout: 15_000 }).toContain(text);
    expect(isUp ? (await get(app, '/health')).status : await app.exited).toBe(expected);
    await standIn.redis.setUp(true);
    await app.stop();
  });
});
