import { expect, test, vi } from 'vitest';
import { ask, cookieOf, testEnv } from '../test-env.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A monitor that says what it was asked. */
const ECHO = {
  askPrometheus: async (question: object) => ({ status: 422, text: JSON.stringify(question) }),
};

async function echo(path: string, options: { form?: string; headers?: object } = {}) {
  const { form, headers = {} } = options;
  const method = form === undefined ? 'GET' : 'POST';
  const env = testEnv({ MONITOR: ECHO });
  const sent = { ...(form !== undefined && { form }), method, env };
  return ask(`/prometheus/api/v1/${path}`, {
    ...sent,
    headers: { ...(form !== undefined && FORM), ...(await cookieOf()), ...headers },
  });
}

test('what the monitor answers is handed on, its status too', async () => {
  const response = await echo('query?query=up%20%2B%201&time=1');
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    path: 'query',
    params: [
      ['query', 'up + 1'],
      ['time', '1'],
    ],
  });
});

test('a name may come more than once, in the address and in a form', async () => {
  const response = await echo('series?match[]=b', { form: 'match[]=a&start=0' });
  expect(await response.json()).toEqual({
    path: 'series',
    params: [
      ['match[]', 'a'],
      ['start', '0'],
      ['match[]', 'b'],
    ],
  });
});

test('the name of a label is that of the address, whatever else is said', async () => {
  const response = await echo('label/job/values?name=other');
  expect(await response.json()).toMatchObject({
    params: [
      ['name', 'job'],
      ['name', 'other'],
    ],
  });
});

test.each([
  [
    'no form',
    { form: '{}', headers: { 'content-type': 'application/json' } },
    400,
    'must be a form',
  ],
  ['too large', { form: `query=${'x'.repeat(70_000)}` }, 413, 'larger than'],
  ['of too many names', { form: 'a=1&'.repeat(101) }, 400, 'more than 100'],
  [
    'of a foreign page',
    { form: '', headers: { 'sec-fetch-site': 'cross-site' } },
    403,
    'Only pages',
  ],
  ['without the mark', { form: '', headers: { 'x-pharos': '' } }, 403, 'Only pages'],
])('a body that is %s is refused in the form of Prometheus', async (_, sent, status, error) => {
  const response = await echo('query', sent);
  expect(response.status).toBe(status);
  const said = expect.stringContaining(error);
  expect(await response.json()).toEqual({ status: 'error', errorType: 'bad_data', error: said });
});

test.each([
  ['query_range', 'DELETE', 405],
  ['metadata', 'POST', 405],
])('%s does not take %s', async (path, method, status) => {
  const response = await ask(`/prometheus/api/v1/${path}`, { method, headers: await cookieOf() });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ status: 'error', errorType: 'bad_data' });
});

test('a monitor that gives no answer is unavailable', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const env = testEnv({ MONITOR: { askPrometheus: () => Promise.reject(new Error('gone')) } });
  const response = await ask('/prometheus/api/v1/query', { env, headers: await cookieOf() });
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    status: 'error',
    errorType: 'unavailable',
    error: 'The monitor gives no answer',
  });
});
