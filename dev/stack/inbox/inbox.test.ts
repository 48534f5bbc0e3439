import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOON, openInbox } from './open-inbox.ts';

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeEach(async () => {
  inbox = await openInbox();
});
afterEach(() => inbox.stop());

const sendSlack = (text = 'hello') => inbox.send(inbox.slackUrl, { text });

describe('messages', () => {
  test('stand in the order in which they came, with the time of arrival', async () => {
    await sendSlack('first');
    await sendSlack('second');
    expect(await inbox.read()).toMatchObject([
      { at: NOON, channel: 'slack', text: 'first' },
      { at: NOON, channel: 'slack', text: 'second' },
    ]);
  });

  test('have the same fields whatever the channel', async () => {
    await sendSlack();
    await inbox.send(inbox.webhookUrl, {});
    const fields = 'at channel to kind alert severity subject text key headers verified raw';
    const messages = await inbox.read();
    expect(messages).toHaveLength(2);
    for (const message of Array.isArray(messages) ? messages : []) {
      expect(Object.keys(message).join(' ')).toBe(fields);
    }
  });

  test('can be emptied', async () => {
    await sendSlack();
    const response = await fetch(`${inbox.url}/messages.json`, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await inbox.read()).toEqual([]);
  });
});

describe('failing on demand', () => {
  test('answers how every channel fails', async () => {
    const response = await inbox.post('/fail', { channel: 'webhook', mode: '500' });
    expect(await response.json()).toEqual({
      slack: 'ok',
      email: 'ok',
      webhook: '500',
      pagerduty: 'ok',
    });
  });

  test('429 and 500 take no message, and end with the mode', async () => {
    await inbox.post('/fail', { channel: 'slack', mode: '429' });
    const busy = await sendSlack();
    expect([busy.status, busy.headers.get('retry-after'), await busy.text()]).toEqual([
      429,
      '1',
      'rate_limited',
    ]);
    await inbox.post('/fail', { channel: 'slack', mode: '500' });
    expect((await sendSlack()).status).toBe(500);
    expect(await inbox.read()).toEqual([]);

    await inbox.post('/fail', { channel: 'slack', mode: 'ok' });
    expect((await sendSlack()).status).toBe(200);
  });

  test('one channel fails and the others do not', async () => {
    await inbox.post('/fail', { channel: 'slack', mode: '500' });
    expect((await inbox.send(inbox.webhookUrl, {})).status).toBe(200);
  });

  test('closed drops the connection', async () => {
    await inbox.post('/fail', { channel: 'slack', mode: 'closed' });
    await expect(sendSlack()).rejects.toThrow('fetch failed');
    expect(await inbox.read()).toEqual([]);
  });

  test('a slow channel has the message, and answers when its mode changes', async () => {
    await inbox.post('/fail', { channel: 'slack', mode: 'slow' });
    const answer = sendSlack('late');
    await expect.poll(() => inbox.read()).toMatchObject([{ text: 'late' }]);

    await inbox.post('/fail', { channel: 'slack', mode: 'ok' });
    expect(await (await answer).text()).toBe('ok');
  });

  test('stopping does not wait for a slow answer', async () => {
    const stopped = await openInbox();
    await stopped.post('/fail', { channel: 'webhook', mode: 'slow' });
    const answer = stopped.send(stopped.webhookUrl, {}).catch(() => null);
    await expect.poll(() => stopped.read()).toHaveLength(1);
    await stopped.stop();
    await answer;
  });

  test.each([
    ['channel', { channel: 'fax', mode: '500' }],
    ['mode', { channel: 'slack', mode: 'down' }],
    ['mode', { channel: 'slack' }],
    ['until', { channel: 'slack', mode: 'ok', until: 1 }],
    ['not a JSON object', 'slack=500'],
  ])('a wrong request is refused by the name of the field: %s', async (field, body) => {
    const response = await inbox.post('/fail', body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(field);
  });
});

describe('stack faults', () => {
  test('are merged, and the servers hear of those that were named', async () => {
    await inbox.post('/__faults', { postgres: 'refuse' });
    await inbox.post('/__faults', { upstash: 'hang', stripe: 'cut' });

    const shown = await fetch(`${inbox.url}/__faults`);
    expect(await shown.json()).toMatchObject({
      postgres: 'refuse',
      upstash: 'hang',
      relay: 'ok',
      stripe: 'cut',
    });
    expect(inbox.faultCalls).toEqual([
      ['postgres', 'refuse'],
      ['upstash', 'hang'],
      ['stripe', 'cut'],
    ]);
  });

  test.each([
    ['mysql', { mysql: 'ok' }],
    ['s3', { s3: 'slow' }],
    ['not a JSON object', '['],
  ])('a wrong request changes nothing and names the field: %s', async (field, body) => {
    const response = await inbox.post('/__faults', body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(field);
    expect(inbox.faultCalls).toEqual([]);
  });

  test('do not reach the inbox itself', async () => {
    await inbox.post('/__faults', { relay: 'refuse', neutral: 'hang' });
    expect((await sendSlack()).status).toBe(200);
  });
});

test('an unknown route is 404 and a wrong method is 405', async () => {
  expect((await fetch(`${inbox.url}/nothing`)).status).toBe(404);
  expect((await fetch(`${inbox.url}/webhook/a/b`, { method: 'POST' })).status).toBe(404);
  const wrong = await fetch(inbox.slackUrl);
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a taken port names the variable that moves the inbox', async () => {
  await expect(openInbox({ port: inbox.port })).rejects.toThrow(
    `Cannot start the inbox: port ${inbox.port} is taken: set INBOX_PORT to a free one`,
  );
});
