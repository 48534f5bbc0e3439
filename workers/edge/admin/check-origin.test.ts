// Everything that a request may claim of where it comes from: of all of it one pattern passes.
import { describe, expect, test, vi } from 'vitest';
import { ask, cookieOf, newKey, SITE } from '../test-env.ts';

const NONE = '';
const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json, text/plain',
  'text/plain; application/json',
  NONE,
];
const ORIGINS = [
  SITE,
  `${SITE}:8443`,
  SITE.replace('https', 'http'),
  `${SITE}.evil.example`,
  'https://evil.example',
  'null',
  NONE,
];
const SITES = ['same-origin', 'same-site', 'cross-site', 'none', NONE];
const MARKS = ['1', '0', NONE];

const WRITES = [
  ['POST', '/api/v1/session'],
  ['DELETE', '/api/v1/session'],
  ['POST', '/api/v1/session/end-all'],
  ['POST', '/api/v1/monitoring/tokens'],
  ['PATCH', '/api/v1/monitoring/tokens/0000000000000000'],
  ['DELETE', '/api/v1/monitoring/tokens/0000000000000000'],
] as const;
const READS = ['/api/v1/session', '/api/v1/monitoring/audit', '/api/v1/monitoring/tokens'];

/** All combinations; of a read the content type says nothing. */
function claims(types: readonly string[]) {
  return types.flatMap((type) =>
    ORIGINS.flatMap((origin) =>
      SITES.flatMap((site) =>
        MARKS.map((mark) => ({
          'content-type': type,
          origin,
          'sec-fetch-site': site,
          'x-pharos': mark,
        })),
      ),
    ),
  );
}

/** Each claim that got past the check, as one line. */
async function findPassing(method: string, path: string, types: readonly string[]) {
  const { cookie } = await cookieOf({ role: 'SUPER_ADMIN' });
  const passed: string[] = [];
  for (const claim of claims(types)) {
    const body = method === 'GET' ? undefined : {};
    const headers = { ...claim, ...newKey(), cookie, authorization: NONE };
    const { status } = await ask(path, { method, headers, body });
    expect(status).toBeLessThan(500);
    if (status !== 403 && status !== 415) passed.push(Object.values(claim).join(' | '));
  }
  return passed;
}

describe('of 735 ways to send a write', () => {
  test.each(WRITES)('%s %s takes one', async (method, path) => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await findPassing(method, path, TYPES)).toEqual([
      `application/json | ${SITE} | same-origin | 1`,
    ]);
  });
});

test.each(READS)(
  'GET %s takes what a page of ours sends, which names no origin or its own',
  async (path) => {
    expect(await findPassing('GET', path, [NONE])).toEqual([
      ` | ${SITE} | same-origin | 1`,
      ` |  | same-origin | 1`,
    ]);
  },
);

test('the charset may be said', async () => {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...(await cookieOf()) };
  expect((await ask('/api/v1/session', { method: 'DELETE', body: {}, headers })).status).toBe(200);
});

test('a token, which no foreign page can send, needs JSON and nothing else', async () => {
  const headers = {
    authorization: 'Bearer pharos_x',
    origin: 'https://evil.example',
    'x-pharos': NONE,
  };
  expect((await ask('/api/v1/monitoring/audit', { headers })).status).toBe(401);
});
