import * as z from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ours, send as sendTo, signIn } from './admin-client.ts';
import { openStack, type OpenStack } from './open-stack.ts';

const INCIDENTS = '/api/v1/monitoring/incidents';
/** Until visitors see what an admin wrote. */
const SEEN = { timeout: 5_000, interval: 100 };

let stack: OpenStack;
let cookie = '';

beforeAll(async () => {
  stack = await openStack();
  await stack.cron();
  cookie = await signIn(stack);
}, 60_000);

afterAll(() => stack.close());

const send = (method: string, path: string, headers: object = {}, body: object = {}) =>
  sendTo(stack, { method, path, headers: { cookie, ...headers }, body });

async function read(path: string) {
  const headers = { ...ours(stack), cookie };
  const response = await fetch(stack.url + path, { headers });
  expect(response.status).toBe(200);
  return (await response.json()).data;
}

const Answer = z.object({ data: z.object({ id: z.string(), revision: z.number() }) });

async function create(title: string, headers: object = {}, changes: object = {}) {
  const words = { title, description: 'Cards are refused.', severity: 'P2' };
  const body = { ...words, servicesAffected: [], ...changes };
  const response = await send('POST', INCIDENTS, headers, body);
  expect(response.status).toBe(201);
  return Answer.parse(await response.json()).data.id;
}

/** Changes an incident as it was in that version. */
const change = (path: string, version: number, body: object) =>
  send('PATCH', `${INCIDENTS}/${path}`, { 'if-match': `"${version}"` }, body);

// No clock runs: what is on a page was published by the write.
const page = async (path: string) => (await fetch(stack.url + path)).text();
const seen = (path: string) => expect.poll(() => page(path), SEEN);

test('what an admin writes is on the page and on its own within five seconds, until it is history', async () => {
  const id = await create('Payments fail');
  await seen('/').toContain(`/incidents/${id}`);
  await seen(`/incidents/${id}`).toContain('Cards are refused.');

  const word = { status: 'IDENTIFIED', update: 'A key ran out.' };
  expect((await change(id, 1, word)).status).toBe(200);
  await seen('/').toContain('A key ran out.');
  await seen(`/incidents/${id}`).toContain('A key ran out.');

  expect((await change(`${id}/resolve`, 2, { update: 'A new key is in use.' })).status).toBe(200);
  await seen(`/incidents/${id}`).toContain('A new key is in use.');
  await seen('/history').toContain(`/incidents/${id}`);
  const open = async () =>
    (await (await fetch(`${stack.url}/api/v1/status`)).json()).data.incidents;
  await expect.poll(open, SEEN).toEqual([]);
});

test('a creation that is sent again under its key is one incident', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const [one, two] = [await create('Sent twice', key), await create('Sent twice', key)];
  expect(two).toBe(one);
  const { items } = await read(`${INCIDENTS}?status=INVESTIGATING`);
  const titles = items.map(({ title }: { title: string }) => title);
  expect(titles.filter((title: string) => title === 'Sent twice')).toHaveLength(1);
});

test('of two admins who write at once one is told what the other wrote', async () => {
  const id = await create('Search is slow');
  const words = ['A', 'B'].map((update) => change(id, 1, { update, status: 'IDENTIFIED' }));
  const ends = await Promise.all(words);
  expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const lost = ends.find(({ status }) => status === 409);
  expect(lost?.headers.get('etag')).toBe('"2"');
  expect(await lost?.json()).toMatchObject({
    code: 'CONFLICT',
    data: { status: 'IDENTIFIED', revision: 2, timeline: [{}, { status: 'IDENTIFIED' }] },
  });
});

test('an incident that is open for years is warned of', async () => {
  const id = await create('Forgotten', {}, { startedAt: '2020-01-01T00:00:00Z' });
  const { items } = await read('/api/v1/monitoring/warnings');
  expect(items).toContainEqual(expect.objectContaining({ kind: 'long-incident', about: id }));
});

test('work that recurs is on the page of planned work within five seconds, and a rule that is none is refused', async () => {
  const series = {
    title: 'Backup of files',
    text: 'Uploads pause.',
    services: ['s3-storage'],
    startsLocal: new Date(Date.now() + 86_400_000).toISOString().slice(0, 19),
    timeZone: 'Europe/Berlin',
    durationSec: 3_600,
    rrule: 'FREQ=WEEKLY',
  };
  const path = '/api/v1/monitoring/maintenance-series';
  expect((await send('POST', path, {}, { ...series, rrule: 'FREQ=OFTEN' })).status).toBe(400);
  expect((await send('POST', path, {}, series)).status).toBe(201);
  await seen('/maintenance').toContain('Backup of files');
});

test('while the database is away the banner is set and taken away, and nothing else is', async () => {
  await stack.cron();
  await stack.post('faults', { postgres: 'refuse' });
  const path = '/api/v1/monitoring/banner';
  expect((await send('PUT', path, {}, { text: 'We look into it <b>now</b>' })).status).toBe(200);
  await seen('/').toContain('We look into it &lt;b&gt;now&lt;/b&gt;');
  expect((await send('POST', INCIDENTS)).status).toBe(503);
  expect((await send('DELETE', path)).status).toBe(200);
  await seen('/').not.toContain('We look into it');
  await stack.post('faults', { postgres: 'ok' });
});
