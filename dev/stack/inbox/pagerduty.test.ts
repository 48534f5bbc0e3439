import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox();
});
afterAll(() => inbox.stop());
beforeEach(async () => {
  await fetch(`${inbox.url}/messages.json`, { method: 'DELETE' });
});

const KEY = 'r'.repeat(32);
const trigger = {
  routing_key: KEY,
  event_action: 'trigger',
  dedup_key: 'rule:labels:1',
  payload: {
    summary: 'API errors at 8.3 %',
    source: 'api',
    severity: 'critical',
    class: 'ApiErrors',
  },
};

test('a trigger is accepted and read', async () => {
  const response = await inbox.send(inbox.pagerdutyUrl, trigger);

  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({
    status: 'success',
    message: 'Event processed',
    dedup_key: 'rule:labels:1',
  });
  expect(await inbox.read()).toMatchObject([
    {
      channel: 'pagerduty',
      to: KEY,
      kind: 'firing',
      alert: 'ApiErrors',
      severity: 'critical',
      subject: 'API errors at 8.3 %',
      text: null,
      key: 'rule:labels:1',
      verified: null,
      raw: JSON.stringify(trigger),
    },
  ]);
});

test('a kind and an alert in the details go before the general ones', async () => {
  const custom_details = { kind: 'reminder', alert: 'High Error Rate', value: 0.083 };
  const payload = { ...trigger.payload, custom_details };
  await inbox.send(inbox.pagerdutyUrl, { ...trigger, payload });
  expect(await inbox.read()).toMatchObject([{ kind: 'reminder', alert: 'High Error Rate' }]);
});

test('resolve and acknowledge need no payload', async () => {
  for (const event_action of ['acknowledge', 'resolve']) {
    await inbox.send(inbox.pagerdutyUrl, { routing_key: KEY, event_action, dedup_key: 'k' });
  }
  expect(await inbox.read()).toMatchObject([
    { kind: 'acknowledged', alert: null, severity: null, subject: null, key: 'k' },
    { kind: 'resolved', key: 'k' },
  ]);
});

test('a trigger without a key is given one', async () => {
  const { dedup_key: _, ...event } = trigger;
  const response = await inbox.send(inbox.pagerdutyUrl, event);
  expect(await response.json()).toMatchObject({ dedup_key: expect.stringMatching(/^\w{32}$/) });
});

test.each([
  ['routing_key', { ...trigger, routing_key: 'short' }],
  ['event_action', { ...trigger, event_action: 'page' }],
  ['dedup_key', { ...trigger, dedup_key: 'k'.repeat(256) }],
  ['dedup_key', { routing_key: KEY, event_action: 'resolve' }],
  ['payload', { ...trigger, payload: undefined }],
  ['payload.summary', { ...trigger, payload: { ...trigger.payload, summary: '' } }],
  ['payload.severity', { ...trigger, payload: { ...trigger.payload, severity: 'P1' } }],
])('an event with a wrong %s is refused by its name', async (field, event) => {
  const response = await inbox.send(inbox.pagerdutyUrl, event);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    status: 'invalid event',
    message: 'Event object is invalid',
    errors: [expect.stringContaining(`'${field}'`)],
  });
  expect(await inbox.read()).toEqual([]);
});

test('one event too many is told to come back', async () => {
  await inbox.post('/fail', { channel: 'pagerduty', mode: '429' });
  const response = await inbox.send(inbox.pagerdutyUrl, trigger);
  await inbox.post('/fail', { channel: 'pagerduty', mode: 'ok' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await response.json()).toMatchObject({ status: 'throttle exceeded' });
});
