import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRelay } from '../relay.ts';
import type { Server } from '../serve.ts';
import { openInbox } from './open-inbox.ts';

let inbox: Awaited<ReturnType<typeof openInbox>>;
let relay: Server;
beforeEach(async () => {
  inbox = await openInbox();
  relay = await startRelay({
    apiKey: 're_123',
    receive: inbox.receive,
    decide: (choice) => inbox.failModes.answer('email', choice),
  });
});
afterEach(async () => {
  await relay.stop();
  await inbox.stop();
});

const MAIL = {
  from: 'Pharos <alerts@pharos.example>',
  to: ['ops@example.com'],
  subject: 'High Error Rate is firing',
  text: '8.3 %',
};

const send = (more: object = {}, headers: Record<string, string> = {}) =>
  inbox.send(
    `${relay.url}/emails`,
    { ...MAIL, ...more },
    {
      authorization: 'Bearer re_123',
      ...headers,
    },
  );

test('a mail is shown with what its headers name, in whatever case', async () => {
  const headers = {
    'X-Pharos-Kind': 'resolved',
    'x-pharos-alert': 'High Error Rate',
    'X-Pharos-Severity': 'P1',
    'X-Pharos-Key': 'from the header',
  };
  await send({ headers });
  expect(await inbox.read()).toMatchObject([
    {
      channel: 'email',
      to: 'ops@example.com',
      kind: 'resolved',
      alert: 'High Error Rate',
      severity: 'P1',
      subject: 'High Error Rate is firing',
      text: '8.3 %',
      key: 'from the header',
      headers,
      verified: null,
      raw: JSON.stringify({ ...MAIL, headers }),
    },
  ]);
});

test('what a mail does not name is null', async () => {
  await send({ to: ['a@b.example', 'c@d.example'], text: undefined, html: '<p>8.3 %</p>' });
  expect(await inbox.read()).toMatchObject([
    {
      to: 'a@b.example, c@d.example',
      kind: null,
      alert: null,
      severity: null,
      text: null,
      key: null,
    },
  ]);
});

test('the Idempotency-Key goes before the key in a header', async () => {
  await send({ headers: { 'X-Pharos-Key': 'inner' } }, { 'idempotency-key': 'outer' });
  expect(await inbox.read()).toMatchObject([{ key: 'outer' }]);
});

test('mail fails as the inbox is told, and is not taken', async () => {
  await inbox.post('/fail', { channel: 'email', mode: '429' });
  const busy = await send();
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await busy.json()).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' });

  await inbox.post('/fail', { channel: 'email', mode: '500' });
  expect(await (await send()).json()).toMatchObject({ name: 'internal_server_error' });

  await inbox.post('/fail', { channel: 'email', mode: 'closed' });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(await inbox.read()).toEqual([]);
});

test('a slow relay has the mail, and answers when the mode changes', async () => {
  await inbox.post('/fail', { channel: 'email', mode: 'slow' });
  const answer = send();
  await expect.poll(() => inbox.read()).toHaveLength(1);
  await inbox.post('/fail', { channel: 'email', mode: 'ok' });
  expect((await answer).status).toBe(200);
});
