import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from '../serve.ts';
import { startUpstash } from './start-upstash.ts';

const token = 'secret';
let server: Server;

beforeAll(async () => {
  server = await startUpstash({ token });
});

afterAll(() => server.stop());

test.each([
  ['get/none', undefined, 200, { result: null }],
  ['set/path/value', undefined, 200, { result: 'OK' }],
  ['set/spaced/a%20b%2Fc', undefined, 200, { result: 'OK' }],
  ['get/spaced', undefined, 200, { result: 'a b/c' }],
  ['set/body?EX=100&NX', 'from the body', 200, { result: 'OK' }],
  ['get/body', undefined, 200, { result: 'from the body' }],
  ['ttl/body', undefined, 200, { result: 100 }],
  ['', '["set", "number", 1.5]', 200, { result: 'OK' }],
  ['', '["get", "number"]', 200, { result: '1.5' }],
  ['', '["get"]', 400, { error: "ERR wrong number of arguments for 'get' command" }],
  ['', '[]', 400, { error: 'ERR failed to parse the request' }],
  ['', '["get", null]', 400, { error: 'ERR failed to parse the request' }],
  ['', 'get a', 400, { error: 'ERR failed to parse the request' }],
  ['pipeline', '["get", "a"]', 400, { error: 'ERR failed to parse the request' }],
  ['pipeline', '[]', 200, []],
  ['get/%ff', undefined, 400, { error: 'ERR failed to parse the request' }],
])('/%s with body %j is answered %i %j', async (path, body, status, expected) => {
  const response = await send(path, body);
  expect([response.status, await response.json()]).toEqual([status, expected]);
});

test('a pipeline tells of each command by itself', async () => {
  const response = await send('pipeline', '[["set","p","x"],["incr","p"],["nope"],["get","p"]]');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([
    { result: 'OK' },
    { error: 'ERR value is not an integer or out of range' },
    { error: "ERR unknown command 'nope', with args beginning with: " },
    { result: 'x' },
  ]);
});

test('a transaction with a command that does not exist is refused as a whole', async () => {
  const response = await send('multi-exec', '[["set","m","x"],["nope"]]');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: 'EXECABORT Transaction discarded because of previous errors.',
  });
});

test('bytes that are no text come back whole in base64, and replaced without it', async () => {
  await send('set/bytes', Uint8Array.of(0, 0xff, 0x41));
  const encoded = await send('get/bytes', undefined, { 'upstash-encoding': 'base64' });
  expect(await encoded.json()).toEqual({ result: 'AP9B' });
  const plain = await send('get/bytes');
  expect(await plain.json()).toEqual({ result: '\0\uFFFDA' });
});

test('only a lone OK goes without base64', async () => {
  await send('set/ok/OK');
  const body = '[["set","a","1"],["get","ok"],["mget","ok","none"]]';
  const response = await send('pipeline', body, { 'upstash-encoding': 'base64' });
  expect(await response.json()).toEqual([
    { result: 'OK' },
    { result: 'OK' },
    { result: ['T0s=', null] },
  ]);
});

test.each([
  ['none', {}, ''],
  ['another', { authorization: 'Bearer other' }, ''],
  ['another', {}, '?_token=other'],
  ['a wrong kind of', { authorization: `Basic ${token}` }, ''],
])('%s token is refused with 401', async (_, headers, query) => {
  const response = await fetch(`${server.url}/get/a${query}`, { headers });
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: 'WRONGPASS invalid or missing auth token' });
});

test('the token may be a query parameter', async () => {
  const response = await fetch(`${server.url}/ping?_token=${token}`);
  expect(await response.json()).toEqual({ result: 'PONG' });
});

test('DELETE is refused with 405', async () => {
  const response = await fetch(server.url, { method: 'DELETE' });
  expect(response.status).toBe(405);
});

function send(path: string, body?: string | Uint8Array<ArrayBuffer>, headers = {}) {
  return fetch(`${server.url}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: body ?? null,
  });
}
