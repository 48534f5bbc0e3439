import { afterAll, beforeAll, expect, test } from 'vitest';
import { ours, signIn } from './admin-client.ts';
import { openStack, type OpenStack } from './open-stack.ts';

let stack: OpenStack;
let cookie = '';

beforeAll(async () => {
  stack = await openStack();
  await stack.cron();
  cookie = await signIn(stack);
}, 60_000);

afterAll(() => stack.close());

async function ask(path: string, body?: string) {
  const response = await fetch(`${stack.url}/prometheus/api/v1/${path}`, {
    headers: { ...ours(stack), cookie },
    ...(body !== undefined && { method: 'POST', body: new URLSearchParams(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('what the monitor scraped can be asked in PromQL, by address and by form', async () => {
  const vector = { resultType: 'vector', result: [{ value: [expect.any(Number), '1'] }] };
  const good = { status: 200, body: { status: 'success', data: vector } };
  expect(await ask('query?query=up')).toMatchObject(good);
  expect(await ask('query', 'query=up')).toMatchObject(good);
  const names = await ask('label/__name__/values');
  expect(names.body.data).toContain('http_requests_total');
});

test('a mistake is answered in the form of Prometheus, and nobody is let in without a session', async () => {
  const failed = { status: 'error', errorType: 'bad_data' };
  expect(await ask('query?query=up%2B')).toMatchObject({ status: 400, body: failed });
  const response = await fetch(`${stack.url}/prometheus/api/v1/query?query=up`);
  expect(response.status).toBe(401);
});
