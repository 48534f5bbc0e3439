import { beforeEach, expect, inject, test, vi } from 'vitest';
import { openDb } from '../../db/client.ts';
import { createIncident } from '../../db/queries/create-incident.ts';
import { createSeries } from '../../db/queries/maintenance-series.ts';
import { readHistory } from '../shared/history-store.ts';
import { readSnapshot } from '../shared/snapshot-store.ts';
import { runTick } from './jobs/run-tick.ts';
import { republish } from './republish.ts';
import { setBanner } from './set-banner.ts';
import { readSettings } from './settings.ts';
import { testEnv as anyEnv } from './test-env.ts';

const testEnv = (changes = {}) =>
  anyEnv({ DATABASE_URL: inject('backing').anotherDatabaseUrl, ...changes });
const NO_DATABASE = { DATABASE_URL: '' };
const DAY_MS = 86_400_000;
// Each test has minutes of its own: the database keeps what was stored.
let nowMs = Math.floor(Date.now() / DAY_MS) * DAY_MS + 20 * DAY_MS;

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  nowMs += 600_000;
  for (const { name } of (await testEnv().STATUS_KV.list()).keys) {
    await testEnv().STATUS_KV.delete(name);
  }
});

const db = () => openDb(testEnv()['DATABASE_URL'], AbortSignal.timeout(10_000));

function tick(env = testEnv(), tickMs = nowMs) {
  const { settings } = readSettings(env);
  const clock = { now: () => tickMs + 1, sleep: async () => {}, newRun: () => crypto.randomUUID() };
  return runTick(env, { tickMs, settings, clock });
}

const published = () => readSnapshot(testEnv().STATUS_KV);

function say(text: string) {
  const incident = {
    title: text,
    description: 'Cards are refused.',
    severity: 'P2',
    services: ['stripe-api'],
    startedAtMs: nowMs,
    isDraft: false,
  } as const;
  return createIncident(db(), { key: crypto.randomUUID(), author: 'ada', nowMs }, incident);
}

const banner = (text: string, until: string | null = null) => ({
  banner: { text, until },
  by: 'ada',
});

test('before anything was published there is nothing to publish again', async () => {
  expect(await republish(testEnv(), nowMs)).toEqual({ seq: null });
  expect(await setBanner(testEnv(), banner('Hello'), nowMs)).toEqual({ seq: null });
  await tick();
  expect((await published())?.banner).toMatchObject({ text: 'Hello' });
});

test('an incident is published at once, with its page, and what was measured stays', async () => {
  await tick();
  const before = await published();
  const { incident } = await say('Payments fail');
  const { seq } = await republish(testEnv(), nowMs + 2_000);
  const after = await published();
  expect(after?.incidents.map(({ id }) => id)).toContain(incident.id);
  expect(after).toMatchObject({
    seq,
    generatedAt: before?.generatedAt,
    services: before?.services,
  });
  const history = await readHistory(testEnv().STATUS_KV);
  expect(history?.incidents.map(({ id }) => id)).toContain(incident.id);
});

test('the next tick keeps what was published between, and publishes what nobody asked for', async () => {
  await tick();
  const { incident } = await say('Seen by the tick');
  await tick(testEnv(), nowMs + 30_000);
  const snapshot = await published();
  expect(snapshot?.incidents.map(({ id }) => id)).toContain(incident.id);
  await tick(testEnv(), nowMs + 60_000);
  expect(await published()).toMatchObject({ incidents: snapshot?.incidents });
});

test('without a database, incidents stay as they were published', async () => {
  await say('Payments fail');
  await tick();
  const before = await published();
  await tick(testEnv(NO_DATABASE), nowMs + 60_000);
  await republish(testEnv(NO_DATABASE), nowMs + 61_000);
  expect(await published()).toMatchObject({ incidents: before?.incidents });
});

test('work that recurs is announced before its series is published', async () => {
  await tick();
  const series = {
    title: 'Backup',
    text: 'Uploads pause.',
    services: ['s3-storage'],
    startsLocal: new Date(nowMs + DAY_MS).toISOString().slice(0, 19),
    timeZone: 'UTC',
    durationSec: 3_600,
    rrule: 'FREQ=WEEKLY',
  };
  await createSeries(db(), { key: crypto.randomUUID(), author: 'ada' }, series);
  await republish(testEnv(), nowMs + 1_000);
  const { maintenance = [] } = (await published()) ?? {};
  expect(maintenance.map(({ from }) => Date.parse(from))).toEqual([
    nowMs + DAY_MS,
    nowMs + 8 * DAY_MS,
    nowMs + 15 * DAY_MS,
    nowMs + 22 * DAY_MS,
    nowMs + 29 * DAY_MS,
  ]);
});

test('a banner is set, replaced and taken away while the database is away, and ticks keep it', async () => {
  await tick();
  const env = testEnv(NO_DATABASE);
  await setBanner(env, banner('First'), nowMs + 1_000);
  await setBanner(env, banner('<b>Second</b>'), nowMs + 2_000);
  expect((await published())?.banner?.text).toBe('<b>Second</b>');
  await tick(env, nowMs + 60_000);
  expect((await published())?.banner?.text).toBe('<b>Second</b>');
  await setBanner(env, { banner: null, by: 'bob' }, nowMs + 61_000);
  expect((await published())?.banner).toBeNull();
  const kept = await env.STATUS_KV.get<{ changes: object[] }>('banner:v1', 'json');
  expect(kept?.changes).toMatchObject([
    { by: 'ada', text: 'First' },
    { by: 'ada', text: '<b>Second</b>' },
    { by: 'bob', text: null },
  ]);
});

test('a banner goes away when its time is over', async () => {
  await tick();
  const until = new Date(nowMs + 45_000).toISOString();
  await setBanner(testEnv(), banner('For a while', until), nowMs + 1_000);
  await tick(testEnv(), nowMs + 30_000);
  expect((await published())?.banner?.text).toBe('For a while');
  await tick(testEnv(), nowMs + 60_000);
  expect((await published())?.banner).toBeNull();
});

test.each(['', '\u0000', 'x'.repeat(281)])('a banner of %j is refused', async (text) => {
  await expect(setBanner(testEnv(), banner(text), nowMs)).rejects.toThrow(/must/);
});

test('a history that is empty where there was one is kept back', async () => {
  await say('Payments fail');
  await tick();
  const before = await readHistory(testEnv().STATUS_KV);
  expect(before?.incidents.length).toBeGreaterThan(0);
  const { publishFresh } = await import('./jobs/publish-words.ts');
  const { NO_WORDS } = await import('../../core/snapshot/public-words.ts');
  const medians = { timeToKnowSec: null, timeToPublishSec: null, timeToResolveSec: null };
  const empty = { v: 1 as const, seq: nowMs, generatedAt: new Date(nowMs).toISOString() };
  const history = { ...empty, incidents: [], maintenance: [], medians };
  await publishFresh(testEnv().STATUS_KV, { words: NO_WORDS, history });
  expect(await readHistory(testEnv().STATUS_KV)).toEqual(before);
});
