// The one word that needs no database.
import * as z from 'zod';
import { expect, inject, test } from 'vitest';
import { ask, cookieOf, testEnv } from '../test-env.ts';

const PATH = '/api/v1/monitoring/banner';
const LATER = '2999-01-01T00:00:00Z';
const away = {
  DATABASE_URL: `postgres://u:p@127.0.0.1:${new URL(inject('backing').closedUrl).port}/x`,
};

async function send(method: string, body: object, changes: object = {}) {
  await testEnv().STATUS_KV.put('session-epoch:v1', '1');
  const asked: unknown[] = [];
  const MONITOR = {
    setBanner: async (...given: unknown[]) => {
      asked.push(given);
      return { seq: 7 };
    },
  };
  const user = crypto.randomUUID();
  const headers = await cookieOf({ user });
  const response = await ask(PATH, {
    method,
    body,
    headers,
    env: testEnv({ MONITOR, ...changes }),
  });
  const { message } = z.object({ message: z.string() }).parse(await response.json());
  return { status: response.status, message, asked, user };
}

async function notedBy(user: string) {
  const headers = await cookieOf({ user });
  const response = await ask(`/api/v1/monitoring/audit?actor=${user}`, { headers });
  return response.json();
}

test.each([
  ['there', {}],
  ['away', away],
])('with the database %s the monitor is told the banner and who set it', async (_how, changes) => {
  const { status, asked, user } = await send('PUT', { text: ' Hi ', until: LATER }, changes);
  expect(status).toBe(200);
  expect(asked).toEqual([[{ text: 'Hi', until: LATER }, user]]);
});

test('it is taken away with nothing in its place', async () => {
  const { status, asked, user } = await send('DELETE', {});
  expect([status, asked]).toEqual([200, [[null, user]]]);
  expect(await notedBy(user)).toMatchObject({ data: { items: [{ action: 'banner.clear' }] } });
});

test('it is in the audit log with its words', async () => {
  const { user } = await send('PUT', { text: 'Hello' });
  const items = [
    { action: 'banner.set', subject: 'banner', after: { text: 'Hello', until: null } },
  ];
  expect(await notedBy(user)).toMatchObject({ data: { items } });
});

test.each([
  ['no text', { text: ' ' }, 'text'],
  ['281 characters', { text: 'x'.repeat(281) }, 'text'],
  ['a time that is over', { text: 'Hello', until: '2020-01-01T00:00:00Z' }, 'until'],
  ['a field too many', { text: 'Hello', html: '<b>' }, 'html'],
])('with %s it is refused, and the monitor is not asked', async (_case, body, field) => {
  const { status, message, asked } = await send('PUT', body);
  expect([status, asked]).toEqual([400, []]);
  expect(message).toContain(field);
});

test('a monitor that fails: 503, and nothing is noted', async () => {
  const MONITOR = { setBanner: () => Promise.reject(new Error('away')) };
  const { status, user } = await send('PUT', { text: 'Hello' }, { MONITOR });
  expect(status).toBe(503);
  expect(await notedBy(user)).toMatchObject({ data: { total: 0 } });
});
