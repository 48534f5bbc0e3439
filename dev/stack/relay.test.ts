import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startRelay, type Mail } from './relay.ts';
import type { Server } from './serve.ts';

const API_KEY = 're_123';
const MAIL = {
  from: 'Pharos <alerts@pharos.example>',
  to: ['ops@example.com'],
  subject: 'High Error Rate is firing',
  html: '<p>8.3 %</p>',
  text: '8.3 %',
  headers: { 'X-Pharos-Kind': 'firing' },
  tags: [{ name: 'kind', value: 'firing' }],
  reply_to: 'ops@example.com',
};

let relay: Server;
let mails: Mail[];
beforeEach(async () => {
  mails = [];
  relay = await startRelay({ apiKey: API_KEY, receive: take });
});
afterEach(() => relay.stop());

const take = (mail: Mail) => void mails.push(mail);
const authorization = `Bearer ${API_KEY}`;
function send(body: unknown, headers: Record<string, string> = {}, to = relay) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${to.url}/emails`, {
    method: 'POST',
    body: text,
    headers: { authorization, ...headers },
  });
}

function get(path: string, headers: Record<string, string>, to = relay) {
  return fetch(`${to.url}${path}`, { headers });
}

describe('sending', () => {
  test('a mail is answered with its id and handed over once', async () => {
    const response = await send(MAIL);
    expect(response.status).toBe(200);
    const { to, from, subject, html, text, headers } = MAIL;
    expect(mails).toEqual([
      {
        from,
        to,
        subject,
        html,
        text,
        headers,
        id: expect.any(String),
        key: null,
        raw: JSON.stringify(MAIL),
      },
    ]);
    expect(await response.json()).toEqual({ id: mails[0]?.id });
  });

  test('one recipient may be a text', async () => {
    await send({ ...MAIL, to: 'ops@example.com', html: undefined });
    expect(mails).toMatchObject([{ to: ['ops@example.com'], html: null, text: '8.3 %' }]);
  });
});

test('a mail with a wrong field is refused in the shape of Resend', async () => {
  const response = await send({ ...MAIL, to: undefined });
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    statusCode: 422,
    message: 'Missing `to` field.',
    name: 'missing_required_field',
  });
  expect(mails).toEqual([]);
});

describe('the idempotency key', () => {
  const key = { 'idempotency-key': 'rule:labels:7:firing:email:ops' };

  test('the same mail under the same key has the same id and is delivered once', async () => {
    const first = await (await send(MAIL, key)).json();
    const second = await (await send(MAIL, key)).json();
    expect(second).toEqual(first);
    expect(mails).toMatchObject([{ key: key['idempotency-key'] }]);
  });

  test('another mail under the same key is a conflict', async () => {
    await send(MAIL, key);
    const response = await send({ ...MAIL, subject: 'Another' }, key);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
    expect(mails).toHaveLength(1);
  });

  test('without a key, or under another, the same mail is sent again', async () => {
    await send(MAIL);
    await send(MAIL);
    await send(MAIL, key);
    expect(mails).toHaveLength(3);
  });

  test('a refused mail does not use up its key', async () => {
    await send({ ...MAIL, to: 'nobody' }, key);
    expect((await send(MAIL, key)).status).toBe(200);
  });

  test('a mail whose answer was cut off is not delivered again', async () => {
    await relay.setFault('cut');
    await expect(send(MAIL, key).then((response) => response.json())).rejects.toThrow('terminated');
    await relay.setFault('ok');
    expect(await (await send(MAIL, key)).json()).toEqual({ id: mails[0]?.id });
    expect(mails).toHaveLength(1);
  });

  test('a key of more than 256 characters is refused', async () => {
    const response = await send(MAIL, { 'idempotency-key': 'k'.repeat(257) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ name: 'invalid_idempotency_key' });
  });
});

describe('who may', () => {
  test('a full key lists the domains', async () => {
    const response = await get('/domains', { authorization });
    expect(await response.json()).toMatchObject({
      object: 'list',
      has_more: false,
      data: [{ status: 'verified' }],
    });
  });

  test('a key that may only send gets 401 for the domains, and sends', async () => {
    const narrow = await startRelay({ apiKey: API_KEY, receive: take, sendOnly: true });
    const response = await get('/domains', { authorization }, narrow);
    const sent = await send(MAIL, {}, narrow);
    await narrow.stop();

    expect([response.status, sent.status]).toEqual([401, 200]);
    expect(await response.json()).toMatchObject({ statusCode: 401, name: 'restricted_api_key' });
  });

  test.each([
    [401, 'missing_api_key', ''],
    [403, 'invalid_api_key', 'Bearer re_999'],
  ])('%i %s', async (statusCode, name, wrong) => {
    const response = await send(MAIL, { authorization: wrong });
    expect(response.status).toBe(statusCode);
    expect(await response.json()).toMatchObject({ statusCode, name });
    expect(mails).toEqual([]);
  });

  test('another path is 404 and another method 405', async () => {
    expect((await get('/audiences', { authorization })).status).toBe(404);
    expect((await get('/emails', { authorization })).status).toBe(405);
  });

  // fetch in Node always names itself; in workerd it does not.
  test('a request without a User-Agent is turned away', async () => {
    const socket = connect(relay.port, '127.0.0.1');
    socket.end(`GET /domains HTTP/1.1\r\nHost: relay\r\nAuthorization: ${authorization}\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 403 .*error code: 1010$/s);
  });
});
