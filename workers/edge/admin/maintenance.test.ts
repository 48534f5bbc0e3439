// What admins do with announced work.
import * as z from 'zod';
import { expect, test } from 'vitest';
import { ask, cookieOf, newKey } from '../test-env.ts';

const PATH = '/api/v1/monitoring/maintenance';
const Answer = z.object({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
});

const work = {
  title: 'Moving files',
  text: 'Uploads pause.',
  services: ['s3-storage'],
  startsAt: '2998-01-01T00:00:00.000Z',
  endsAt: '2998-01-01T01:00:00.000Z',
};

type Send = { body?: unknown; headers?: Record<string, string>; version?: number };

async function send(method: string, path: string, { body = {}, headers, version = 1 }: Send = {}) {
  const sent = method === 'GET' ? undefined : body;
  const who = { ...newKey(), ...(await cookieOf({ user: 'ada' })), 'if-match': `"${version}"` };
  const response = await ask(PATH + path, { method, body: sent, headers: { ...who, ...headers } });
  const answer = Answer.parse(await response.json());
  return { status: response.status, etag: response.headers.get('etag'), ...answer };
}

async function announce() {
  const { data } = await send('POST', '', { body: work });
  return `/${String(data?.['id'])}`;
}

test('work is announced, read with its version, and is in the list', async () => {
  const path = await announce();
  const read = await send('GET', path);
  expect(read).toMatchObject({ status: 200, etag: '"1"', data: { ...work, state: 'announced' } });
  const list = await send('GET', '?limit=100');
  expect(JSON.stringify(list.data)).toContain(path.slice(1));
  expect(list.data).toMatchObject({ page: 1, limit: 100 });
});

test('announced twice under one key it is announced once', async () => {
  const headers = newKey();
  const sent = await Promise.all([1, 2].map(() => send('POST', '', { body: work, headers })));
  expect(sent.map(({ status }) => status)).toEqual([201, 201]);
  expect(sent[0]?.data?.['id']).toBe(sent[1]?.data?.['id']);
});

test('it is changed as a whole, and who comes second is told how it is now', async () => {
  const path = await announce();
  const first = await send('PUT', path, { body: { ...work, title: 'First' } });
  expect(first).toMatchObject({ status: 200, etag: '"2"', data: { title: 'First' } });
  const second = await send('PUT', path, { body: { ...work, title: 'Second' } });
  expect(second).toMatchObject({ status: 409, etag: '"2"', data: { title: 'First' } });
});

test('cancelled twice it is cancelled once, and then it is not changed', async () => {
  const path = await announce();
  const first = await send('POST', `${path}/cancel`);
  const again = await send('POST', `${path}/cancel`, { version: 2 });
  expect(again).toMatchObject({
    status: 200,
    data: { state: 'cancelled', cancelledAt: first.data?.['cancelledAt'] },
  });
  expect(await send('PUT', path, { body: work, version: 2 })).toMatchObject({ status: 409 });
});

test('what has not begun is not completed', async () => {
  const refused = await send('POST', `${await announce()}/complete`);
  expect(refused).toMatchObject({ status: 409, data: { state: 'announced' } });
  expect(refused.message).toContain('announced');
});

test.each([
  ['no service', { services: [] }, 'services'],
  ['an end before its start', { endsAt: '2997-01-01T00:00:00Z' }, 'endsAt'],
  [
    'an end that is over',
    { startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' },
    'endsAt',
  ],
  ['more than a week', { endsAt: '2998-01-09T00:00:00Z' }, 'endsAt'],
  ['no title', { title: '' }, 'title'],
])('work with %s is refused, and the field is named', async (_case, changes, field) => {
  const refused = await send('POST', '', { body: { ...work, ...changes } });
  expect(refused.status).toBe(400);
  expect(refused.message).toContain(field);
});
