import { expect, test } from 'vitest';
import { ask, BREAK_GLASS, newKey, testEnv } from '../test-env.ts';

test('attempts are limited by address, good or not', async () => {
  const keys: string[] = [];
  const LOGIN_LIMIT = {
    limit: async ({ key }: { key: string }) => ({ success: keys.push(key) <= 10 }),
  };
  const attempt = () => enter({ LOGIN_LIMIT }, { 'cf-connecting-ip': '192.0.2.7' });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) statuses.push((await attempt()).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429]);
  expect(new Set(keys)).toEqual(new Set(['192.0.2.7']));
});

test('signing out ends the session, also a copy of it, and all sessions end by one request', async () => {
  const begin = async () => cookieOf(await enter());
  const isIn = async (headers: { cookie: string }) =>
    (await ask('/api/v1/session', { headers })).status === 200;
  const [one, other] = [await begin(), await begin()];
  const left = await ask('/api/v1/session', { method: 'DELETE', headers: one, body: {} });
  expect(left.headers.get('set-cookie')).toMatch(/^__Host-pharos=; .*Max-Age=0$/);
  expect([await isIn(one), await isIn(other)]).toEqual([false, true]);
  const headers = { ...other, ...newKey() };
  const ended = await ask('/api/v1/session/end-all', { method: 'POST', headers, body: {} });
  expect(ended.status).toBe(200);
  expect([await isIn(other), await isIn(await begin())]).toEqual([false, true]);
});

function enter(env: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = `Bearer ${BREAK_GLASS}`;
  const sent = { method: 'POST', body: {}, headers: { authorization, ...headers } };
  return ask('/api/v1/session', { ...sent, env: testEnv(env) });
}

function cookieOf({ headers }: Response): { cookie: string } {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}
