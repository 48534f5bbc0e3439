// What admins do with incidents, from the first word to the postmortem.
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { ask, cookieOf, newKey, testEnv } from '../test-env.ts';

const PATH = '/api/v1/monitoring/incidents';
const Answer = z.object({
  message: z.string(),
  code: z.string().optional(),
  data: z.record(z.string(), z.unknown()).nullable(),
});

const given = {
  title: 'Payments fail',
  description: 'Cards are refused.',
  severity: 'P2',
  servicesAffected: ['stripe-api'],
};

type Send = { body?: unknown; headers?: Record<string, string>; env?: EdgeEnv; user?: string };

async function send(method: string, path: string, options: Send = {}) {
  const { body = {}, headers, env = testEnv(), user = 'ada' } = options;
  const key = method === 'GET' ? {} : newKey();
  const who = await cookieOf({ user });
  const response = await ask(PATH + path, {
    method,
    body: method === 'GET' ? undefined : body,
    headers: { ...key, ...who, ...headers },
    env,
  });
  const answer = Answer.parse(await response.json());
  return { status: response.status, headers: response.headers, ...answer };
}

async function create(changes: object = {}, options: Send = {}) {
  const { data } = await send('POST', '', { body: { ...given, ...changes }, ...options });
  return `/${String(data?.['id'])}`;
}

/** Changes it as it was in that version. */
const change = (method: string, path: string, options: Send & { version: number }) =>
  send(method, path, { ...options, headers: { 'if-match': `"${options.version}"` } });

const Entry = z.object({ id: z.string(), update: z.string(), kind: z.string() });

async function timelineOf(path: string) {
  const { data } = await send('GET', path);
  return z.array(Entry).parse(data?.['timeline']);
}

describe('an incident', () => {
  test('is created with its description as the first word, and is read with its version', async () => {
    const made = await send('POST', '', { body: given });
    expect(made).toMatchObject({ status: 201, data: { status: 'INVESTIGATING', revision: 1 } });
    expect(made.headers.get('etag')).toBe('"1"');
    const read = await send('GET', `/${String(made.data?.['id'])}`);
    expect(read.headers.get('etag')).toBe('"1"');
    expect(read.data).toMatchObject({
      ...given,
      isDraft: false,
      timeline: [{ update: given.description, author: 'ada', status: 'INVESTIGATING' }],
    });
  });

  test('is one, however often its creation is sent under one key', async () => {
    const options = { body: given, headers: newKey(), user: crypto.randomUUID() };
    const sent = await Promise.all([1, 2, 3].map(() => send('POST', '', options)));
    expect(new Set(sent.map(({ data }) => data?.['id'])).size).toBe(1);
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  test('of another person is another one under the same key', async () => {
    const headers = newKey();
    const [one, two] = [
      await create({}, { headers, user: crypto.randomUUID() }),
      await create({}, { headers, user: crypto.randomUUID() }),
    ];
    expect(one).not.toBe(two);
  });

  test('is in the list by its status and its severity, a page at a time', async () => {
    const path = await create({ severity: 'P3' });
    const found = await send('GET', '?severity=P3&status=INVESTIGATING&limit=1');
    expect(found.data).toMatchObject({ page: 1, limit: 1, items: [{ id: path.slice(1) }] });
    await change('PATCH', `${path}/resolve`, { version: 1 });
    const after = await send('GET', '?severity=P3&status=INVESTIGATING&limit=100');
    expect(JSON.stringify(after.data)).not.toContain(path.slice(1));
    expect((await send('GET', '?status=OPEN')).status).toBe(400);
  });

  test('takes a word with a status, and who comes second is told how it is now', async () => {
    const path = await create();
    const word = { status: 'IDENTIFIED', update: 'A key ran out.' };
    const first = await change('PATCH', path, { body: word, version: 1 });
    expect(first).toMatchObject({ status: 200, data: { status: 'IDENTIFIED', revision: 2 } });
    const second = await change('PATCH', path, { body: word, version: 1, user: 'bob' });
    expect(second).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      data: { revision: 2, timeline: [{ author: 'ada' }, { update: 'A key ran out.' }] },
    });
    expect(second.headers.get('etag')).toBe('"2"');
  });

  test('resolved twice is resolved once', async () => {
    const path = await create();
    const first = await change('PATCH', `${path}/resolve`, { version: 1 });
    const again = await change('PATCH', `${path}/resolve`, { version: 2 });
    expect(first).toMatchObject({ status: 200, data: { status: 'RESOLVED' } });
    expect(again).toMatchObject({ status: 200, data: { resolvedAt: first.data?.['resolvedAt'] } });
    expect((await timelineOf(path)).map(({ update }) => update)).toEqual([
      given.description,
      'Resolved.',
    ]);
  });

  test('that is resolved changes its status only by being opened again', async () => {
    const path = await create();
    const body = { update: 'It is back.', status: 'IDENTIFIED' };
    expect(await change('PATCH', `${path}/reopen`, { body: WORD, version: 1 })).toMatchObject({
      status: 409,
    });
    await change('PATCH', `${path}/resolve`, { version: 1 });
    expect(await change('PATCH', path, { body, version: 2 })).toMatchObject({ status: 409 });
    const opened = await change('PATCH', `${path}/reopen`, { body: WORD, version: 2 });
    expect(opened).toMatchObject({ status: 200, data: { resolvedAt: null } });
  });

  test('has another title and severity, and keeps what was not named', async () => {
    const path = await create();
    const body = { title: 'Cards fail', severity: 'P1' };
    expect((await change('PATCH', `${path}/details`, { body, version: 1 })).status).toBe(200);
    const { data } = await send('GET', path);
    const { description, servicesAffected } = given;
    expect(data).toMatchObject({ ...body, description, servicesAffected, isTakenOver: true });
    expect((await change('PATCH', `${path}/details`, { version: 2 })).status).toBe(400);
  });

  test('is acknowledged by whoever was first', async () => {
    const path = await create();
    await change('POST', `${path}/acknowledge`, { version: 1 });
    const again = await change('POST', `${path}/acknowledge`, { version: 2, user: 'bob' });
    expect(again).toMatchObject({ status: 200, data: { acknowledgedBy: 'ada' } });
  });

  test('has its postmortem by address, and a draft of it', async () => {
    const path = await create();
    const body = { postmortemUrl: 'https://example.com/postmortem' };
    expect((await change('POST', `${path}/postmortem`, { body, version: 1 })).status).toBe(200);
    const { data } = await send('GET', `${path}/postmortem`);
    expect(data).toMatchObject({ ...body, draft: expect.stringContaining('Cards are refused.') });
    const wrong = { postmortemUrl: 'javascript:alert(1)' };
    expect((await change('POST', `${path}/postmortem`, { body: wrong, version: 2 })).status).toBe(
      400,
    );
  });
});

const WORD = { update: 'It is back.' };

describe('an update', () => {
  test('is reworded, and taken back once', async () => {
    const path = await create();
    const [first] = await timelineOf(path);
    const update = `${path}/updates/${first?.id}`;
    await change('PATCH', update, { body: { update: 'Some cards are refused.' }, version: 1 });
    expect(await timelineOf(path)).toMatchObject([{ update: 'Some cards are refused.' }]);
    const body = { reason: 'It was another shop' };
    expect((await change('DELETE', update, { body, version: 2 })).status).toBe(200);
    expect((await change('DELETE', update, { body, version: 3 })).status).toBe(200);
    expect(await send('GET', path)).toMatchObject({
      data: { revision: 3, timeline: [{ update: '', retractedAt: expect.any(String) }] },
    });
  });

  test('that is not there is not found', async () => {
    const path = `${await create()}/updates/${crypto.randomUUID()}`;
    expect((await change('PATCH', path, { body: WORD, version: 1 })).status).toBe(404);
  });
});

describe('a draft', () => {
  test('is published once; then it is neither held back nor dismissed', async () => {
    const path = await create({ isDraft: true });
    const first = await change('POST', `${path}/publish`, { version: 1 });
    const again = await change('POST', `${path}/publish`, { version: 2 });
    expect(again.data?.['publishedAt']).toBe(first.data?.['publishedAt']);
    const body = { reason: 'It was nothing' };
    for (const what of ['hold', 'dismiss']) {
      expect((await change('POST', `${path}/${what}`, { body, version: 2 })).status).toBe(409);
    }
  });

  test('is held back or dismissed with a reason only, and stays unseen', async () => {
    const path = await create({ isDraft: true });
    expect((await change('POST', `${path}/hold`, { version: 1 })).status).toBe(400);
    const body = { reason: 'We look first' };
    expect((await change('POST', `${path}/hold`, { body, version: 1 })).status).toBe(200);
    const ended = await change('POST', `${path}/dismiss`, { body, version: 2 });
    expect(ended).toMatchObject({ status: 200, data: { status: 'RESOLVED', publishedAt: null } });
  });
});

test.each([
  ['no title', { title: ' ' }, 'title'],
  ['an unknown severity', { severity: 'P5' }, 'severity'],
  ['no service of that form', { servicesAffected: ['a b'] }, 'servicesAffected.0'],
  ['a start to come', { startedAt: '2999-01-01T00:00:00Z' }, 'startedAt'],
  ['a field too many', { status: 'RESOLVED' }, 'status'],
])('an incident with %s is refused, and the field is named', async (_case, changes, field) => {
  const refused = await send('POST', '', { body: { ...given, ...changes } });
  expect(refused).toMatchObject({ status: 400, code: 'INVALID' });
  expect(refused.message).toContain(field);
});

test('a promise of a next word is for the future', async () => {
  const body = { update: 'Words', nextUpdateBy: '2020-01-01T00:00:00Z' };
  const refused = await change('PATCH', await create(), { body, version: 1 });
  expect(refused).toMatchObject({ status: 400 });
});

test('what was written is published at once, and stands also when it cannot be', async () => {
  let published = 0;
  const publish = async () => ({ seq: (published += 1) });
  const path = await create({}, { env: testEnv({ MONITOR: { publish } }) });
  expect(published).toBe(1);
  const env = testEnv({ MONITOR: { publish: () => Promise.reject(new Error('away')) } });
  const word = await change('PATCH', path, { body: WORD, version: 1, env });
  expect(word.status).toBe(200);
});
