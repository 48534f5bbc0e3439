import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const MINUTE_MS = 60_000;
const BODY = JSON.stringify({
  alertName: 'High Error Rate',
  metric: 'api_errors_total',
  currentValue: 0.083,
  threshold: 0.05,
  condition: 'GT',
  timestamp: '2026-11-24T12:00:00Z',
  severity: 'P1',
  kind: 'firing',
  key: 'inner',
});

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox({ webhookSecret: SECRET });
});
afterAll(() => inbox.stop());
beforeEach(async () => {
  await fetch(`${inbox.url}/messages.json`, { method: 'DELETE' });
});

// The library compares with the clock of the machine.
function sign(body: string, { secret = SECRET, ageMs = 0 } = {}) {
  const at = new Date(Date.now() - ageMs);
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  };
}

test('a signed alert is verified and read', async () => {
  const response = await inbox.send(`${inbox.url}/webhook/on-call`, BODY, sign(BODY));

  expect(response.status).toBe(200);
  expect(await inbox.read()).toMatchObject([
    {
      channel: 'webhook',
      to: 'on-call',
      kind: 'firing',
      alert: 'High Error Rate',
      severity: 'P1',
      subject: null,
      text: null,
      key: 'msg_1',
      headers: { 'webhook-id': 'msg_1' },
      verified: true,
      raw: BODY,
    },
  ]);
});

const other = 'whsec_c2VjcmV0LW9mLXNvbWVib2R5LWVsc2U=';
test.each([
  ['no signature', {}],
  ['the secret of somebody else', sign(BODY, { secret: other })],
  ['the signature of another body', sign('{}')],
  ['a signature of six minutes ago', sign(BODY, { ageMs: 6 * MINUTE_MS })],
  ['no id', { ...sign(BODY), 'webhook-id': '' }],
])('%s is shown as not verified', async (_what, headers) => {
  await inbox.send(inbox.webhookUrl, BODY, headers);
  expect(await inbox.read()).toMatchObject([{ verified: false }]);
});

test('one right signature among several is enough, as while a secret is changed', async () => {
  const headers = sign(BODY);
  const both = `${sign(BODY, { secret: other })['webhook-signature']} ${headers['webhook-signature']}`;
  await inbox.send(inbox.webhookUrl, BODY, { ...headers, 'webhook-signature': both });
  expect(await inbox.read()).toMatchObject([{ verified: true }]);
});

test('the key is the Idempotency-Key, else the webhook-id, else the one in the body', async () => {
  await inbox.send(inbox.webhookUrl, BODY, { 'idempotency-key': 'outer', 'webhook-id': 'id' });
  await inbox.send(inbox.webhookUrl, BODY, { 'webhook-id': 'id' });
  await inbox.send(inbox.webhookUrl, BODY);
  await inbox.send(inbox.webhookUrl, {});
  expect(await inbox.read()).toMatchObject([
    { key: 'outer' },
    { key: 'id' },
    { key: 'inner' },
    { key: null },
  ]);
});

test('any body is taken; what it does not name is null', async () => {
  await inbox.send(inbox.webhookUrl, 'plain text');
  await inbox.send(inbox.webhookUrl, { alertName: 7, severity: 'P2' });
  expect(await inbox.read()).toMatchObject([
    { alert: null, severity: null, raw: 'plain text' },
    { alert: null, severity: 'P2' },
  ]);
});

test('without a secret nothing is said about signatures', async () => {
  const open = await openInbox();
  await open.send(open.webhookUrl, BODY, sign(BODY));
  expect(await open.read()).toMatchObject([{ verified: null }]);
  await open.stop();
});
