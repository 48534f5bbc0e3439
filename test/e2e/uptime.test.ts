import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '../../db/client.ts';
import { fileDay } from '../file-day.ts';
import { send, signIn } from './admin-client.ts';
import { openStack, type OpenStack } from './open-stack.ts';

const DAY_MS = 86_400_000;
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const dayName = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const yesterday = dayName(today - DAY_MS);
const folder = mkdtempSync(join(tmpdir(), 'pharos-uptime-'));

let stack: OpenStack;

beforeAll(async () => {
  stack = await openStack();
  // Two days of rounds: an outage of ten minutes, one of two slots, a blip of one, an hour without rounds.
  const db = openDb(stack.env['DATABASE_URL'] ?? '', AbortSignal.timeout(10_000));
  const serviceName = 'redis';
  await fileDay(db, { serviceName, day: dayName(today - 2 * DAY_MS), results: 'u2880' });
  const results = 'u20d20u400d2u38d1u119x120g20u2140';
  await fileDay(db, { serviceName, day: yesterday, results });
  await stack.cron();
}, 60_000);

afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

async function read(path: string) {
  const response = await fetch(`${stack.url}/api/v1/status/uptime/redis${path}`);
  expect(response.status).toBe(200);
  return (await response.json()).data;
}

/** What the command line makes of a file that a visitor downloads. */
async function recompute(path: string) {
  const response = await fetch(stack.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
  const file = join(folder, 'uptime.json');
  writeFileSync(file, await response.text());
  const printed = execFileSync(process.execPath, ['cli/pharos.ts', 'uptime', file], {
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

test.each(['last-90-days', yesterday, yesterday.slice(0, 7)])(
  'whoever downloads %s and runs the command gets the numbers and the intervals that are shown',
  async (period) => {
    const shown = await read(`/${period}`);
    const { strictReasons: _, days: __, ...numbers } = shown.measured;
    expect(await recompute(shown.files.measured)).toEqual({
      ...numbers,
      intervals: shown.intervals,
    });
    expect(shown.files.corrected).toBeNull();
  },
);

test('a day lists its intervals, each with its rounds; a blip changes nothing', async () => {
  const { rounds, measured } = await read(`/${yesterday}`);
  const seen = rounds.map(
    (one: { state: string; from: string; rounds: { result: string; count: number }[] }) => [
      one.state,
      one.from.slice(11, 16),
      one.rounds.map(({ result, count }) => `${result} ${count}`).join(', '),
    ],
  );
  expect(seen).toEqual([
    ['operational', '00:00', 'up 20'],
    ['major_outage', '00:10', 'down 20'],
    ['operational', '00:20', 'up 400'],
    ['major_outage', '03:40', 'down 2'],
    ['operational', '03:41', 'up 38, down 1, up 119'],
    ['unknown', '05:00', ''],
    ['degraded', '06:00', 'degraded 20'],
    ['operational', '06:10', 'up 2140'],
  ]);
  // 660 s of 82,800 measured; an hour of the day is unknown.
  expect(measured).toMatchObject({ uptime: 99.202, strict: 99.202, coverage: 95.833, days: 'd' });
});

test('the service has its last 90 days, its months and its corrections', async () => {
  const { recent, months, corrections } = await read('');
  expect(recent.period).toBe('last-90-days');
  expect(recent.measured.days).toMatch(/^-{86,87}udu{1,2}$/);
  expect(months[0]).toMatchObject({
    month: expect.stringMatching(/^\d{4}-\d{2}$/),
    corrected: null,
  });
  expect(corrections).toEqual([]);
  // The number of the status page is this one.
  await stack.cron();
  const all = async () => (await (await fetch(`${stack.url}/api/v1/status/uptime`)).json()).data;
  await expect
    .poll(async () => (await all()).services.find(byName).uptimePercentage, { timeout: 5_000 })
    .toBe(recent.measured.uptime);
});

const byName = ({ serviceName }: { serviceName: string }) => serviceName === 'redis';

test('a correction by an admin is shown beside what was measured, and each number can be recomputed', async () => {
  const before = await read(`/${yesterday}`);
  const cookie = await signIn(stack);
  const correction = {
    from: `${yesterday}T00:10:00Z`,
    to: `${yesterday}T00:20:00Z`,
    state: 'operational',
    reason: 'The check ran with an old password',
  };
  const path = '/api/v1/monitoring/uptime/redis/corrections';
  expect((await post(path, correction, {})).status).toBe(401);
  expect((await post(path, { ...correction, to: '2999-01-01T00:00:00Z' }, { cookie })).status).toBe(
    400,
  );
  expect((await post(path, correction, { cookie })).status).toBe(201);
  // The edge keeps a ledger for ten seconds.
  await expect
    .poll(async () => (await read(`/${yesterday}`)).corrected, { timeout: 15_000 })
    .not.toBeNull();
  const after = await read(`/${yesterday}`);
  expect(after.measured).toEqual(before.measured);
  expect(after.corrections).toMatchObject([{ state: 'operational', reason: correction.reason }]);
  expect(after.corrected).toMatchObject({ uptime: 99.927, seconds: { major_outage: 60 } });
  expect(await recompute(after.files.measured)).toMatchObject({ uptime: before.measured.uptime });
  expect(await recompute(after.files.corrected)).toMatchObject({ uptime: 99.927 });
});

const post = (path: string, body: object, headers: object) =>
  send(stack, { method: 'POST', path, headers, body });

test.each([
  ['GET', '/nothing', 404],
  ['GET', '/redis/yesterday', 404],
  ['GET', '/redis/2026-02-30', 404],
  ['GET', '/redis/1999-01', 404],
  ['GET', '/redis/2999-01', 404],
  ['GET', `/s3-storage/${yesterday}/corrected.json`, 404],
  ['GET', `/redis/${yesterday}/other.json`, 404],
  ['POST', '/redis', 405],
  ['DELETE', `/redis/${yesterday}`, 405],
])('%s %s is refused with %i', async (method, path, status) => {
  const response = await fetch(`${stack.url}/api/v1/status/uptime${path}`, { method });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ status: 'error', data: null });
});
