import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeEach(async () => {
  inbox = await openInbox({ webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
});
afterEach(() => inbox.stop());

const read = async () => (await fetch(inbox.url)).text();
const EVIL = `</details></iframe><script>alert("1")</script><img src='x' onerror=alert(2)>`;

test('an empty inbox explains itself', async () => {
  const response = await fetch(inbox.url);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toContain('Nothing has been sent yet');
});

test('the newest message stands first', async () => {
  await inbox.send(inbox.slackUrl, { text: 'the older one' });
  await inbox.send(inbox.slackUrl, { text: 'the newer one' });
  const page = await read();
  expect(page).toContain('2 messages');
  expect(page.indexOf('the newer one')).toBeLessThan(page.indexOf('the older one'));
});

test('no field of any channel becomes markup', async () => {
  const details = { kind: EVIL, alert: EVIL, severity: EVIL, key: EVIL };
  const block = { type: 'header', text: { type: 'plain_text', text: EVIL } };
  const metadata = { event_type: 'alert', event_payload: details };
  await inbox.send(inbox.slackUrl, { text: EVIL, channel: EVIL, blocks: [block], metadata });
  await inbox.send(inbox.webhookUrl, EVIL, { 'x-note': EVIL });
  await inbox.send(inbox.pagerdutyUrl, {
    routing_key: '<script>alert("32 long")</script>'.slice(0, 32),
    event_action: 'trigger',
    dedup_key: EVIL,
    payload: { summary: EVIL, source: 'api', severity: 'info', class: EVIL },
  });
  const mail = {
    id: '1',
    from: EVIL,
    to: [EVIL],
    subject: EVIL,
    html: EVIL,
    text: EVIL,
    key: EVIL,
  };
  const raw = JSON.stringify({ html: EVIL });
  inbox.receive({ ...mail, headers: { 'X-Pharos-Kind': EVIL, [EVIL]: EVIL }, raw });

  const page = await read();
  expect(page).toContain('4 messages');
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<img');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<iframe/g)).toHaveLength(1);
});

test('a mail is shown in a frame that can do nothing', async () => {
  const mail = { id: '1', from: 'a@b.example', to: ['c@d.example'], subject: 'Hi', text: null };
  const raw = JSON.stringify({ html: '<p>Hello</p>' });
  inbox.receive({ ...mail, html: '<p>Hello</p>', headers: {}, key: null, raw });
  expect(await read()).toMatch(/<iframe sandbox [^>]*srcdoc="&lt;p&gt;Hello&lt;\/p&gt;"/);
});

test('the page runs its own script only, and loads nothing from elsewhere', async () => {
  const policy = (await fetch(inbox.url)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
});

test.each([
  ['/page.css', 'text/css'],
  ['/page.js', 'text/javascript'],
])('%s is served', async (path, type) => {
  const response = await fetch(`${inbox.url}${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
});

test('a signature that is not right is pointed out', async () => {
  await inbox.send(inbox.webhookUrl, {});
  expect(await read()).toContain('Signature missing, wrong or too old');
});

test('what fails on demand is shown', async () => {
  await inbox.post('/fail', { channel: 'slack', mode: '429' });
  await inbox.post('/__faults', { postgres: 'refuse' });
  const page = await read();
  expect(page).toContain('slack <b>429</b>');
  expect(page).toContain('postgres <b>refuse</b>');
});

test('the page shows the newest 200 and says how many are older', async () => {
  for (let sent = 0; sent < 203; sent += 1) await inbox.send(inbox.slackUrl, { text: 'again' });
  const page = await read();
  expect(page.match(/<li class="message"/g)).toHaveLength(200);
  expect(page).toContain('3 older');
});
