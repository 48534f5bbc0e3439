import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox({ slackPath: '/services/T0/B0/x' });
});
afterAll(() => inbox.stop());

const last = async () => {
  const messages = await inbox.read();
  return Array.isArray(messages) ? messages.at(-1) : undefined;
};
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const repeat = (times: number, block: object) => Array.from({ length: times }, () => block);
const header = (text: string) => ({ type: 'header', text: { type: 'plain_text', text } });

test('a message is answered with ok and read from its blocks and metadata', async () => {
  const payload = {
    text: 'High Error Rate is firing',
    blocks: [header('P1 High Error Rate'), section('8.3 % of requests fail')],
    metadata: {
      event_type: 'alert',
      event_payload: { kind: 'firing', alert: 'High Error Rate', severity: 'P1', key: 'k-1' },
    },
  };
  const response = await inbox.send(inbox.slackUrl, payload);

  expect([response.status, await response.text()]).toEqual([200, 'ok']);
  expect(await last()).toMatchObject({
    channel: 'slack',
    to: null,
    kind: 'firing',
    alert: 'High Error Rate',
    severity: 'P1',
    subject: 'P1 High Error Rate',
    text: 'High Error Rate is firing',
    key: 'k-1',
    headers: { 'content-type': 'application/json' },
    verified: null,
    raw: JSON.stringify(payload),
  });
});

test('what a message does not name is null', async () => {
  await inbox.send(inbox.slackUrl, { text: 'hello' });
  expect(await last()).toMatchObject({
    kind: null,
    alert: null,
    severity: null,
    subject: null,
    key: null,
  });
});

test('a key in the header goes before one in the metadata', async () => {
  const metadata = { event_type: 'alert', event_payload: { key: 'inner' } };
  const headers = { 'idempotency-key': 'outer' };
  await inbox.send(inbox.slackUrl, { text: 'hello', metadata }, headers);
  expect(await last()).toMatchObject({ key: 'outer' });
});

test('without a text the sections are the text', async () => {
  await inbox.send(inbox.slackUrl, {
    blocks: [section('one'), { type: 'divider' }, section('two')],
  });
  expect(await last()).toMatchObject({ text: 'one\ntwo' });
});

test('the payload may be a field of a form', async () => {
  const body = new URLSearchParams({ payload: JSON.stringify({ text: 'from a form' }) });
  const response = await fetch(inbox.slackUrl, { method: 'POST', body });
  expect(response.status).toBe(200);
  expect(await last()).toMatchObject({ text: 'from a form' });
});

const button = { type: 'button', text: { type: 'plain_text', text: 'Open' } };
test.each([
  ['invalid_payload', 'not JSON', 'text=hello'],
  ['invalid_payload', 'a text that is no text', { text: 1 }],
  ['no_text', 'nothing to show', {}],
  ['no_text', 'an empty text', { text: '' }],
  ['invalid_blocks', 'an unknown block', { text: 'a', blocks: [{ type: 'marquee' }] }],
  ['invalid_blocks', 'a header of 151', { text: 'a', blocks: [header('x'.repeat(151))] }],
  ['invalid_blocks', 'a section of 3,001', { text: 'a', blocks: [section('x'.repeat(3001))] }],
  ['invalid_blocks', 'a section of nothing', { text: 'a', blocks: [{ type: 'section' }] }],
  ['invalid_blocks', '51 blocks', { text: 'a', blocks: repeat(51, { type: 'divider' }) }],
  [
    'invalid_blocks',
    'a button to nowhere',
    { text: 'a', blocks: [{ type: 'actions', elements: [{ ...button, url: '/alerts' }] }] },
  ],
  [
    'msg_blocks_too_long',
    'blocks that are too long together',
    { text: 'a', blocks: repeat(5, section('x'.repeat(2900))) },
  ],
])('%s: %s', async (reason, _what, payload) => {
  await fetch(`${inbox.url}/messages.json`, { method: 'DELETE' });
  const response = await inbox.send(inbox.slackUrl, payload);
  expect([response.status, await response.text()]).toEqual([400, reason]);
  expect(await inbox.read()).toEqual([]);
});

test('limits are reached without being crossed', async () => {
  const fields = repeat(10, { type: 'mrkdwn', text: 'x'.repeat(20) });
  const actions = { type: 'actions', elements: [{ ...button, url: 'https://example.com/' }] };
  const blocks = [header('x'.repeat(150)), section('x'.repeat(3000)), actions];
  const response = await inbox.send(inbox.slackUrl, {
    blocks: [...blocks, { type: 'section', fields }],
  });
  expect(await response.text()).toBe('ok');
});
