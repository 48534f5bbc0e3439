import { expect, test } from 'vitest';
import { ask, cookieOf, testEnv } from '../test-env.ts';

const MINUTE = 60_000;
const PATH = '/api/v1/session';
const ago = (minutes: number) => Date.now() - minutes * MINUTE;

async function ends(headers: Record<string, string>): Promise<number> {
  const response = await ask(PATH, { headers });
  const { data } = await response.json<{ data: { endsAt: string } }>();
  return Math.round((Date.parse(data.endsAt) - Date.now()) / MINUTE);
}

const renew = async (changes: object, headers: Record<string, string> = {}) => {
  const response = await ask(PATH, { headers: { ...(await cookieOf(changes)), ...headers } });
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie');
};

test('a session that is used goes on for half an hour from then, and its cookie is sealed anew', async () => {
  const sealed = await renew({ startedMs: ago(100), seenMs: ago(29) });
  expect(sealed).toMatch(/^__Host-pharos=/);
  expect(await ends({ cookie: sealed?.split(';')[0] ?? '' })).toBe(30);
});

test('within a minute nothing is sealed anew', async () => {
  expect(await renew({ seenMs: ago(0.5) })).toBeNull();
});

test('what a page asks by itself, again and again, keeps no session from ending', async () => {
  expect(await renew({ seenMs: ago(29) }, { 'x-pharos-poll': '1' })).toBeNull();
});

test('use does not carry a session beyond eight hours', async () => {
  const sealed = await renew({ startedMs: ago(470), seenMs: ago(5) });
  expect(await ends({ cookie: sealed?.split(';')[0] ?? '' })).toBe(10);
});

test('a request that is refused renews nothing', async () => {
  const { cookie } = await cookieOf({ seenMs: ago(29) });
  const env = testEnv({ DATABASE_URL: '' });
  await testEnv().STATUS_KV.put('session-epoch:v1', '1');
  const refused = await ask('/api/v1/monitoring/audit', { headers: { cookie }, env });
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([503, null]);
});
