import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '../../db/client.ts';
import { createIncident } from '../../db/queries/create-incident.ts';
import { addUpdate, resolveIncident } from '../../db/queries/incident-changes.ts';
import { listIncidents } from '../../db/queries/incidents.ts';
import { createWindow } from '../../db/queries/maintenance.ts';
import { writeIncident } from '../../db/queries/write-incident.ts';
import { openStack, type OpenStack } from './open-stack.ts';

// Slots of half a second: five minutes are five seconds.
const MOST_CRONS = 40;

let stack: OpenStack;

beforeAll(async () => {
  stack = await openStack();
  await stack.cron();
}, 60_000);

afterAll(() => stack.close());

const db = () => openDb(stack.env['DATABASE_URL'] ?? '', AbortSignal.timeout(5_000));

async function read(path: string): Promise<string> {
  return (await fetch(stack.url + path)).text();
}

async function cronsUntil(rule: string, isSo: () => Promise<boolean>) {
  for (let crons = 0; crons < MOST_CRONS; crons += 1) {
    if (await isSo()) return;
    expect(await stack.cron()).toBe('ok');
  }
  throw new Error(`Not within ${MOST_CRONS} crons: ${rule}`);
}

async function newest() {
  const { items } = await listIncidents(db(), { page: 1, limit: 1 });
  return items[0] ?? null;
}

test('a dead cache is red at once, a draft with its evidence, public after five minutes, recovered, resolved and history', async () => {
  await stack.post('sim', { down: ['redis'] });
  await cronsUntil('red on the page', async () => (await stack.statuses())['redis'] === 'DOWN');
  await cronsUntil('a draft', async () => (await newest()) !== null);
  const draft = await newest();
  expect(draft?.incident).toMatchObject({
    title: 'Redis cache down',
    severity: 'P2',
    status: 'INVESTIGATING',
    publishedAtMs: null,
    services: ['redis'],
    evidence: [{ service: 'redis', state: 'major_outage', rounds: [{ result: 'down' }] }],
  });
  const path = `/incidents/${draft?.incident.id}`;
  expect(await read('/')).not.toContain(path);
  expect((await fetch(stack.url + path)).status).toBe(404);

  await cronsUntil('published on /', async () => (await read('/')).includes(path));
  await expect.poll(() => read(path), { timeout: 10_000 }).toContain('What our checks saw');
  expect(await read(path)).toContain('Our checks from outside see: Redis cache down since');
  const published = (await newest())?.incident;
  expect((published?.publishedAtMs ?? 0) - (published?.detectedAtMs ?? 0)).toBeGreaterThanOrEqual(
    5_000,
  );

  await stack.post('sim', { reset: true });
  await cronsUntil('watched', async () => (await newest())?.incident.status === 'MONITORING');
  await cronsUntil('resolved', async () => (await newest())?.incident.status === 'RESOLVED');
  await cronsUntil('gone from what is open', async () => {
    const { data } = await (await fetch(`${stack.url}/api/v1/status`)).json();
    return data.incidents.length === 0;
  });
  const history = async () => {
    const response = await fetch(`${stack.url}/api/v1/status/history`);
    const { data } = await response.json();
    return data.items[0];
  };
  await expect.poll(history, { timeout: 10_000 }).toMatchObject({
    id: draft?.incident.id,
    status: 'RESOLVED',
    timeToPublishSec: expect.any(Number),
  });
  expect(await read('/history')).toContain(path);
  expect(await read('/')).toContain('Redis cache down');
}, 120_000);

test('what a person writes is read by visitors within five seconds, and every word of it stays text', async () => {
  const by = { key: 'e2e', author: 'ada', nowMs: Date.now() };
  const { incident } = await createIncident(db(), by, {
    title: '<img src=x onerror=alert(1)>',
    description: '</main><script>alert(1)</script>',
    severity: 'P1',
    services: ['api-server'],
    startedAtMs: Date.now(),
    isDraft: false,
  });
  const writtenMs = Date.now();
  await cronsUntil('on the page', async () => (await read('/')).includes(incident.id));
  expect(Date.now() - writtenMs).toBeLessThan(5_000);
  const html = await read('/');
  expect(html).not.toMatch(/<img src=x|<script>alert/);
  expect(html).toContain('&lt;/main&gt;&lt;script&gt;');

  const act = { id: incident.id, revision: 1, key: 'word', author: 'ada', nowMs: Date.now() };
  const word = { text: 'A key ran out.', components: [], nextUpdateByMs: Date.now() - 1_000 };
  await writeIncident(db(), act, addUpdate({ ...word, status: 'IDENTIFIED' }));
  await cronsUntil('the word', async () => (await read('/')).includes('A key ran out.'));
  expect(await read('/')).toContain('The next update was due by');
  await writeIncident(db(), { ...act, revision: 2, key: 'end' }, resolveIncident('Over.'));
  await cronsUntil('over', async () => !(await read('/')).includes('The next update was due by'));
});

test('while the database is away the page keeps what people said', async () => {
  const before = await read('/history');
  await stack.post('faults', { postgres: 'refuse' });
  await stack.cron();
  expect(await read('/')).toContain('Redis cache down');
  expect(await read('/history')).toBe(before);
  await stack.post('faults', { postgres: 'ok' });
});

test('announced work starts by the clock, opens no incident for what fails in it, and is done', async () => {
  const nowMs = Date.now();
  await createWindow(
    db(),
    { key: 'work', author: 'ada', nowMs },
    {
      title: 'Moving the cache',
      text: 'Nothing is lost.',
      services: ['redis'],
      startsAtMs: nowMs + 1_000,
      endsAtMs: nowMs + 9_000,
    },
  );
  const { incident: before } = (await newest()) ?? {};
  await cronsUntil('announced', async () => (await read('/')).includes('Planned work</h2>'));
  await cronsUntil('under way', async () => (await read('/')).includes('Maintenance under way'));
  await stack.post('sim', { down: ['redis'] });
  await cronsUntil('red', async () => (await stack.statuses())['redis'] === 'DOWN');
  await stack.post('sim', { reset: true });
  await cronsUntil('well', async () => (await stack.statuses())['redis'] === 'UP');
  await cronsUntil('done', async () => !(await read('/')).includes('Moving the cache'));
  expect((await newest())?.incident.id).toBe(before?.id);
  await expect.poll(() => read('/maintenance'), { timeout: 10_000 }).toContain('Done in time');
}, 120_000);
