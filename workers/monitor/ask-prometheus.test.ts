import { beforeEach, expect, inject, test } from 'vitest';
import { askPrometheus, type Question } from './ask-prometheus.ts';
import { runTick } from './jobs/run-tick.ts';
import { readSettings } from './settings.ts';
import { testEnv } from './test-env.ts';
import { memoryOf } from './window/memory-of.ts';

const { closedUrl } = inject('backing');
const MINUTE_MS = 60_000;
// Ticks of other tests are of other days, and the window needs no database.
let minuteMs = Date.parse('2026-12-20T00:00:00Z');

beforeEach(() => {
  minuteMs += 120 * MINUTE_MS;
});

function windowEnv(changes: Record<string, string> = {}) {
  return testEnv({ DATABASE_URL: '', ...changes });
}

async function tick(env: MonitorEnv, tickMs: number) {
  const clock = {
    now: () => tickMs + 100,
    newRun: () => crypto.randomUUID(),
    sleep: async () => {},
  };
  await runTick(env, { tickMs, settings: readSettings(env).settings, clock });
}

const query = (text: string): Question => ({ path: 'query', params: [['query', text]] });

async function ask(question: Question, env = windowEnv(), nowMs = minuteMs + MINUTE_MS + 200) {
  const { status, text } = await askPrometheus(env, question, nowMs);
  const body: unknown = JSON.parse(text);
  return { status, body };
}

/** Another isolate begins: memory is of one origin at a time. */
async function forgetAll() {
  await memoryOf('https://nowhere.example');
}

const one = (value: string, notes = {}) => ({
  status: 200,
  body: {
    status: 'success',
    data: { resultType: 'vector', result: [{ value: [expect.any(Number), value] }] },
    ...notes,
  },
});

test('a question is answered over what ticks measured', async () => {
  for (const minute of [0, 1]) await tick(windowEnv(), minuteMs + minute * MINUTE_MS);
  expect(await ask(query('sum(up)'))).toMatchObject(one('1'));
  expect(await ask(query('count_over_time(up[5m])'))).toMatchObject(one('2'));
  expect(await ask({ path: 'series', params: [['match[]', 'up']] })).toEqual({
    status: 200,
    body: { status: 'success', data: [{ __name__: 'up' }] },
  });
});

test('an isolate that has never seen a tick reads the window from the store', async () => {
  for (const minute of [0, 1]) await tick(windowEnv(), minuteMs + minute * MINUTE_MS);
  await forgetAll();
  expect(await ask(query('count_over_time(up[5m])'))).toMatchObject(one('2'));
});

test('while the store is away, what is known here is answered, and that is said', async () => {
  const away = windowEnv({ UPSTASH_REDIS_REST_URL: closedUrl });
  await tick(windowEnv(), minuteMs);
  const warnings = ['the store of the window gives no answer'];
  expect(await ask(query('up'), away)).toMatchObject(one('1', { warnings }));
  await forgetAll();
  expect(await ask(query('up'), away)).toEqual({
    status: 503,
    body: { status: 'error', errorType: 'unavailable', error: warnings[0] },
  });
});

test('before anything was measured there are no series', async () => {
  expect(await ask(query('up'))).toMatchObject({ status: 200, body: { data: { result: [] } } });
});

test('what is wrong is said in the words of Prometheus', async () => {
  expect(await ask(query('up +'))).toMatchObject({
    status: 400,
    body: { status: 'error', errorType: 'bad_data' },
  });
});
