import { Stripe } from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from './serve.ts';
import { startStripe } from './stripe.ts';

const KEY = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';
let server: Server;
beforeAll(async () => {
  server = await startStripe({ secretKey: KEY });
});
afterAll(() => server.stop());

function connect(key: string, to = server, timeout = 2_000) {
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(),
    host: '127.0.0.1',
    port: to.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout,
    telemetry: false,
  });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

test('the SDK reads the balance of a test account', async () => {
  const balance = await connect(KEY).balance.retrieve();

  expect(balance).toMatchObject({ object: 'balance', livemode: false });
  expect(balance.available[0]).toMatchObject({ currency: 'usd', amount: expect.any(Number) });
  expect(balance.pending).toHaveLength(1);
  expect(balance.lastResponse.requestId).toMatch(/^req_\w{14}$/);
  expect(balance.lastResponse.apiVersion).toBe(Stripe.API_VERSION);
});

test('a live account says so', async () => {
  const live = await startStripe({ secretKey: 'rk_live_1', livemode: true });
  const balance = await connect('rk_live_1', live).balance.retrieve();
  await live.stop();
  expect(balance.livemode).toBe(true);
});

test('a wrong key is an authentication error that does not repeat the key', async () => {
  const failure = await connect('sk_test_wrong_and_secret_9999')
    .balance.retrieve()
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(failure).toMatchObject({
    statusCode: 401,
    requestId: expect.stringMatching(/^req_/),
    message: 'Invalid API Key provided: sk_test_*****************9999',
  });
});

test('a missing key is 401 in the shape of Stripe', async () => {
  const response = await get('/v1/balance');

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({
    error: {
      type: 'invalid_request_error',
      message: expect.stringMatching(/^You did not provide an API key\./),
    },
  });
});

test('the key may be the user name of basic authentication', async () => {
  const authorization = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`;
  expect((await get('/v1/balance', { authorization })).status).toBe(200);
});

test('the version is the one asked for, else the one of the account', async () => {
  const authorization = `Bearer ${KEY}`;
  const asked = await get('/v1/balance', { authorization, 'stripe-version': '2024-06-20' });
  const silent = await get('/v1/balance', { authorization });
  const wrong = await get('/v1/balance', { authorization, 'stripe-version': 'newest' });

  expect(asked.headers.get('stripe-version')).toBe('2024-06-20');
  expect(silent.headers.get('stripe-version')).toMatch(/^\d{4}-\d\d-\d\d/);
  expect(wrong.status).toBe(400);
});

test('another path is 404 in the shape of Stripe', async () => {
  const failure = await connect(KEY)
    .customers.retrieve('cus_1')
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect(failure).toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('Unrecognized request URL (GET: /v1/customers/cus_1).'),
  });
});

test('a balance cannot be posted', async () => {
  const response = await fetch(`${server.url}/v1/balance`, { method: 'POST' });
  expect(response.status).toBe(404);
});

test.each(['refuse', 'hang'] as const)('%s is a connection error', async (mode) => {
  const faulty = await startStripe({ secretKey: KEY });
  await faulty.setFault(mode);
  const failure = await connect(KEY, faulty, 100)
    .balance.retrieve()
    .catch((error: unknown) => error);
  await faulty.stop();
  expect(failure).toBeInstanceOf(Stripe.errors.StripeConnectionError);
});
