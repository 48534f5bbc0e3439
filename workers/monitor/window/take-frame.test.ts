import { beforeEach, describe, expect, inject, test } from 'vitest';
import type { Health, Scrape } from '../../../core/metrics/build-frame.ts';
import { buildWindow } from '../../../core/metrics/build-window.ts';
import { formatSeries } from '../../../core/metrics/format-series.ts';
import { openDb } from '../../../db/client.ts';
import { readLastFrames } from '../../../db/queries/frames.ts';
import { runTick } from '../jobs/run-tick.ts';
import { readSettings } from '../settings.ts';
import { testEnv } from '../test-env.ts';
import { memoryOf } from './memory-of.ts';
import { takeFrame } from './take-frame.ts';

const { closedUrl, oddUrl, windowDatabaseUrl } = inject('backing');
const MINUTE_MS = 60_000;
// The gate only opens forwards, so each test has hours of its own.
let minuteMs = Date.parse('2026-11-25T00:00:00Z');

beforeEach(() => {
  minuteMs += 120 * MINUTE_MS;
});

function windowEnv(changes: Record<string, string> = {}) {
  return testEnv({ DATABASE_URL: windowDatabaseUrl, ...changes });
}

async function tick(env: MonitorEnv, tickMs: number) {
  const clock = {
    now: () => tickMs + 100,
    newRun: () => crypto.randomUUID(),
    sleep: async () => {},
  };
  await runTick(env, { tickMs, settings: readSettings(env).settings, clock });
}

/** What memory has of an origin since a time: by series, the values and `end`. */
async function readMemory(env: MonitorEnv, sinceMs: number) {
  const { frames } = await memoryOf(env.ORIGIN_URL);
  const { labels, columns } = buildWindow(frames, [sinceMs]);
  return new Map(
    labels.map((label, at) => {
      const { values, stale } = columns[at] ?? { values: new Float64Array(), stale: null };
      const read = Array.from(values, (value, n) => (stale?.[n] === 1 ? 'end' : value));
      return [formatSeries(label), read];
    }),
  );
}

function isHeap(key: string) {
  return key.startsWith('nodejs_heap_size_used_bytes');
}

/** Another isolate begins: memory is of one origin at a time. */
async function forgetAll() {
  await memoryOf('https://nowhere.example');
}

const NO_STORE = { UPSTASH_REDIS_REST_URL: closedUrl };

describe('a tick', () => {
  test('adds to the window what it measured: the origin each minute, the probes in between too', async () => {
    const env = windowEnv();
    for (const later of [0, 30_000, 60_000]) await tick(env, minuteMs + later);
    const series = await readMemory(env, minuteMs);
    expect(series.get('up')).toEqual([1, 1]);
    expect(series.get('health_check_status{service="redis"}')).toEqual([1, 1, 1]);
    expect(series.get('redis_health_status')).toEqual([1, 1, 1]);
    expect(series.get('health_check_latency_ms{service="redis"}')).toHaveLength(3);
    // The origin runs as two processes, which answer in turn.
    const heaps = [...series].flatMap(([key, values]) => (isHeap(key) ? values : []));
    expect(heaps.filter((value) => value !== 'end')).toHaveLength(2);
  });

  test('reads the origin in every slot where that is asked for', async () => {
    const env = windowEnv({ SCRAPE_EVERY_SLOTS: '1' });
    for (const later of [0, 30_000]) await tick(env, minuteMs + later);
    const series = await readMemory(env, minuteMs);
    expect(series.get('up')).toEqual([1, 1]);
    expect(series.get('health_check_status{service="stripe-api"}')).toEqual([1, 1]);
  });

  test('whose origin has no metrics is up 0: its series end, and the probes go on', async () => {
    const env = windowEnv();
    await tick(env, minuteMs);
    const broken = { ...env, ORIGIN_TOKEN: 'wrong' };
    await tick(broken, minuteMs + MINUTE_MS);
    const series = await readMemory(env, minuteMs);
    expect(series.get('up')).toEqual([1, 0]);
    const heap = [...series].find(([key]) => isHeap(key))?.[1];
    expect(heap).toEqual([expect.any(Number), 'end']);
    expect(series.get('health_check_status{service="storefront"}')).toEqual([1, 1]);
    const { frames } = await memoryOf(env.ORIGIN_URL);
    expect(frames.get(minuteMs + MINUTE_MS)?.reason).toBe('status 401: check ORIGIN_TOKEN');
  });

  test('keeps its last two frames in Postgres', async () => {
    const env = windowEnv();
    for (const later of [0, 30_000, 60_000, 90_000, 120_000]) await tick(env, minuteMs + later);
    const db = openDb(env.DATABASE_URL, AbortSignal.timeout(5_000));
    expect((await readLastFrames(db)).map(({ slotMs }) => slotMs - minuteMs)).toEqual([
      60_000, 120_000,
    ]);
  });

  test.each([
    ['refuses', closedUrl],
    ['answers HTML', `${oddUrl}/html`],
    ['hangs', `${oddUrl}/hang`],
    ['is no address', 'upstash'],
  ])('is stored though the store of the window %s', async (_, UPSTASH_REDIS_REST_URL) => {
    const env = windowEnv({ UPSTASH_REDIS_REST_URL });
    await tick(env, minuteMs);
    const db = openDb(env.DATABASE_URL, AbortSignal.timeout(5_000));
    expect((await readLastFrames(db)).at(-1)?.slotMs).toBe(minuteMs);
    expect((await readMemory(env, minuteMs)).get('up')).toEqual([1]);
  });
});

describe('an isolate that is new', () => {
  test('has the hour from the store', async () => {
    const env = windowEnv();
    for (const minute of [0, 1, 2]) await tick(env, minuteMs + minute * MINUTE_MS);
    await forgetAll();
    await tick(env, minuteMs + 3 * MINUTE_MS);
    expect((await readMemory(env, minuteMs)).get('up')).toEqual([1, 1, 1, 1]);
  });

  test('has it between two scrapes too', async () => {
    const env = windowEnv();
    for (const minute of [0, 1, 2]) await tick(env, minuteMs + minute * MINUTE_MS);
    await forgetAll();
    await tick(env, minuteMs + 2.5 * MINUTE_MS);
    const series = await readMemory(env, minuteMs);
    expect(series.get('up')).toEqual([1, 1, 1]);
    expect(series.get('redis_health_status')).toEqual([1, 1, 1, 1]);
  });

  test('has the last two frames from Postgres while the store is away: enough for a rate', async () => {
    const env = windowEnv();
    for (const minute of [0, 1, 2]) await tick(env, minuteMs + minute * MINUTE_MS);
    await forgetAll();
    const away = windowEnv(NO_STORE);
    await tick(away, minuteMs + 3 * MINUTE_MS);
    const series = await readMemory(away, minuteMs);
    expect(series.get('up')).toEqual([1, 1, 1]);
    expect(series.get('redis_health_status')).toEqual([1, 1, 1]);
  });

  test('has this frame alone while both are away', async () => {
    const env = windowEnv();
    await tick(env, minuteMs);
    await forgetAll();
    const DATABASE_URL = `${closedUrl.replace('http://', 'postgres://u:p@')}/none`;
    const away = windowEnv({ ...NO_STORE, DATABASE_URL });
    await tick(away, minuteMs + MINUTE_MS);
    expect((await readMemory(away, minuteMs)).get('up')).toEqual([1]);
  });

  test('takes nothing of another origin from Postgres', async () => {
    await tick(windowEnv(), minuteMs);
    const other = windowEnv({ ...NO_STORE, ORIGIN_URL: `${oddUrl}/status/404` });
    await tick(other, minuteMs + MINUTE_MS);
    expect((await readMemory(other, minuteMs)).get('up')).toEqual([0]);
  });
});

test('what is given to commit is what the store was given', async () => {
  const env = windowEnv();
  const scrape: Scrape = { kind: 'down', atMs: minuteMs, durationSec: 0, bytes: 0, reason: 'no' };
  const health: Health[] = [];
  const { settings } = readSettings(env);
  const row = await takeFrame(env, { tickMs: minuteMs, settings, scrape, health, nowMs: minuteMs });
  expect(JSON.parse(row?.frame ?? '')).toMatchObject({ v: 1, reason: 'no', count: 5 });
});
