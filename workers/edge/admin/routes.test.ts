// Who may call what, and how each route answers in each state. A route that is missing here fails.
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Scope } from '../../../core/auth/scope.ts';
import { openDb } from '../../../db/client.ts';
import { createToken, revokeToken } from '../../../db/queries/access-tokens.ts';
import { endSession } from '../../../db/queries/sessions.ts';
import { commitWrite } from '../../../db/queries/write.ts';
import { paths } from '../../../core/promql-api/paths.ts';
import { api } from '../api.ts';
import { adminApi } from './admin-api.ts';
import { digestOf } from '../auth/digest.ts';
import { newTokenParts } from '../auth/new-secret.ts';
import { formatToken } from '../../../core/auth/token-text.ts';
import { ask, cookieOf, newKey, newSession, testEnv } from '../test-env.ts';

type Row = {
  /** Status by who calls; a number alone is for both. */
  admin: number;
  superAdmin: number;
  /** The scope of tokens that may call it. */
  scope?: Scope;
  /** With a session while the database is away. */
  away: number;
  send?: { path?: string; body?: object; form?: string; headers?: Record<string, string> };
};

const NO_ID = { path: '/api/v1/monitoring/tokens/0000000000000000' };
const NOBODY = '00000000-0000-4000-8000-000000000000';
const WORK = {
  title: 'Upgrade',
  text: 'Words',
  services: ['redis'],
  startsAt: '2999-01-01T00:00:00Z',
  endsAt: '2999-01-01T01:00:00Z',
};
const SERIES = {
  title: 'Backup',
  text: 'Words',
  services: ['redis'],
  startsLocal: '2998-01-05T02:00:00',
  timeZone: 'Europe/Berlin',
  durationSec: 3_600,
  rrule: 'FREQ=WEEKLY',
};
const OF_VERSION = { headers: { 'if-match': '"1"' } };

/** What asks who calls. */
const GUARDED: Record<string, Row> = {
  'GET /api/v1/session': { admin: 200, superAdmin: 200, away: 200 },
  'DELETE /api/v1/session': { admin: 200, superAdmin: 200, away: 200 },
  'POST /api/v1/session/end-all': { admin: 403, superAdmin: 200, away: 503 },
  'GET /api/v1/monitoring/audit': { admin: 200, superAdmin: 200, scope: 'audit:read', away: 503 },
  'POST /api/v1/monitoring/uptime/:service/corrections': {
    admin: 404,
    superAdmin: 404,
    away: 503,
    send: {
      path: '/api/v1/monitoring/uptime/no-service/corrections',
      body: {
        from: new Date(Date.now() - 7_200_000).toISOString(),
        to: new Date(Date.now() - 3_600_000).toISOString(),
        state: 'operational',
        reason: 'The check was wrong',
      },
    },
  },
  'GET /api/v1/monitoring/tokens': { admin: 200, superAdmin: 200, away: 503 },
  'POST /api/v1/monitoring/tokens': {
    admin: 201,
    superAdmin: 201,
    away: 503,
    send: { body: { name: 'table', scopes: ['audit:read'] } },
  },
  'GET /api/v1/monitoring/tokens/:id': { admin: 404, superAdmin: 404, away: 503, send: NO_ID },
  'PATCH /api/v1/monitoring/tokens/:id': {
    admin: 404,
    superAdmin: 404,
    away: 503,
    send: { ...NO_ID, ...OF_VERSION, body: { name: 'new' } },
  },
  'DELETE /api/v1/monitoring/tokens/:id': { admin: 404, superAdmin: 404, away: 503, send: NO_ID },
  'GET /api/v1/monitoring/incidents': { admin: 200, superAdmin: 200, away: 503 },
  'POST /api/v1/monitoring/incidents': {
    admin: 201,
    superAdmin: 201,
    away: 503,
    send: {
      body: { title: 'T', description: 'D', severity: 'P4', servicesAffected: [], isDraft: true },
    },
  },
  'GET /api/v1/monitoring/maintenance': { admin: 200, superAdmin: 200, away: 503 },
  'POST /api/v1/monitoring/maintenance': {
    admin: 201,
    superAdmin: 201,
    away: 503,
    send: { body: WORK },
  },
  ...ofNone('maintenance', {
    'GET /:id': {},
    'PUT /:id': WORK,
    'POST /:id/cancel': {},
    'POST /:id/complete': {},
  }),
  'GET /api/v1/monitoring/maintenance-series': { admin: 200, superAdmin: 200, away: 503 },
  'POST /api/v1/monitoring/maintenance-series': {
    admin: 201,
    superAdmin: 201,
    away: 503,
    send: { body: SERIES },
  },
  ...ofNone('maintenance-series', { 'POST /:id/cancel': {} }),
  'GET /api/v1/monitoring/warnings': { admin: 200, superAdmin: 200, away: 503 },
  'PUT /api/v1/monitoring/banner': {
    admin: 200,
    superAdmin: 200,
    away: 200,
    send: { body: { text: 'We look into it' } },
  },
  'DELETE /api/v1/monitoring/banner': { admin: 200, superAdmin: 200, away: 200 },
  ...ofNone('incidents', {
    'GET /:id': {},
    'PATCH /:id': { update: 'Words' },
    'PATCH /:id/details': { title: 'Other' },
    'PATCH /:id/resolve': {},
    'PATCH /:id/reopen': { update: 'Again' },
    'PATCH /:id/updates/:update': { update: 'Words' },
    'DELETE /:id/updates/:update': { reason: 'Wrong' },
    'POST /:id/acknowledge': {},
    'POST /:id/publish': {},
    'POST /:id/hold': { reason: 'Not yet' },
    'POST /:id/dismiss': { reason: 'Nothing' },
    'GET /:id/postmortem': {},
    'POST /:id/postmortem': { postmortemUrl: null },
  }),
};

/** Routes of one thing, by what each takes, asked about one that is not there. */
function ofNone(noun: string, bodies: Record<string, object>): Record<string, Row> {
  return Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => {
      const [method = '', rest = ''] = name.split(' ');
      const base = `/api/v1/monitoring/${noun}`;
      const path = base + rest.replaceAll(/:\w+/g, NOBODY);
      const send = method === 'GET' ? { path } : { path, body, ...OF_VERSION };
      return [`${method} ${base}${rest}`, { admin: 404, superAdmin: 404, away: 503, send }];
    }),
  );
}

/** Questions in the form of Prometheus, which the monitor answers. */
const QUESTION: Row = { admin: 200, superAdmin: 200, scope: 'metrics:read', away: 200 };
const FORM = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, form: 'query=up' };
for (const { path, takesForm } of paths) {
  const whole = `/prometheus/api/v1/${path}`;
  GUARDED[`GET ${whole}`] = { ...QUESTION, send: { path: whole.replace(':name', 'job') } };
  if (takesForm) GUARDED[`POST ${whole}`] = { ...QUESTION, send: FORM };
}

/** What anybody may call, or what asks for itself. */
const OPEN = [
  'POST /api/v1/session',
  'GET /healthz',
  'GET /api/v1/status',
  'GET /api/v1/status/uptime',
  'GET /api/v1/status/uptime/:service',
  'GET /api/v1/status/uptime/:service/:period',
  'GET /api/v1/status/uptime/:service/:period/:file{(measured|corrected)\\.json}',
  'GET /api/v1/status/history',
  'ALL /api/v1/monitoring/deploy/*',
  // What leads to the routes of this table.
  'ALL /api/v1/session/*',
  'ALL /api/v1/monitoring/*',
  'ALL /prometheus/*',
];

const MINUTE = 60_000;
const AWAY = 'The database gives no answer: nothing can be read or saved';
const rows = Object.entries(GUARDED).map(([name, row]) => ({ name, ...row }));
const closed = () => testEnv({ DATABASE_URL: `postgres://u:p@127.0.0.1:${closedPort()}/x` });

test('the table names every route there is, and no other', () => {
  const all = [...api.routes, ...adminApi.routes];
  const there = new Set(all.map(({ method, path }) => `${method} ${path}`));
  // Beside each route stands what refuses its other methods.
  const refusals = [...there].filter((name) => {
    const [method, path] = name.split(' ');
    return (
      method === 'ALL' && !OPEN.includes(name) && [...there].some((one) => one.endsWith(` ${path}`))
    );
  });
  const known = new Set([...Object.keys(GUARDED), ...OPEN, ...refusals]);
  expect([...there].filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !there.has(name))).toEqual([]);
});

describe.each(rows)('$name', ({ name, send = {}, ...row }) => {
  const [method = '', pattern = ''] = name.split(' ');
  const { path = pattern, form, headers } = send;
  const { body = method === 'GET' || form !== undefined ? undefined : {} } = send;
  const call = (who: Record<string, string>, env = testEnv()) =>
    ask(path, {
      method,
      body,
      env,
      ...(form !== undefined && { form }),
      headers: { ...newKey(), ...headers, ...who },
    });
  const statusOf = async (who: Record<string, string>, env = testEnv()) =>
    (await call(who, env)).status;
  let tokens: Record<'right' | 'wrong' | 'revoked' | 'expired', string>;

  beforeAll(async () => {
    const scope = row.scope ?? 'audit:read';
    tokens = {
      right: await makeToken(scope),
      wrong: await makeToken(scope === 'audit:read' ? 'deploy:verify' : 'audit:read'),
      revoked: await makeToken(scope, { isRevoked: true }),
      expired: await makeToken(scope, { days: 0 }),
    };
  });

  test('nobody: 401', async () => {
    expect(await statusOf({})).toBe(401);
  });

  test.each([
    ['idle for half an hour', { seenMs: Date.now() - 30 * MINUTE }],
    ['as old as eight hours', { startedMs: Date.now() - 480 * MINUTE }],
    ['of an epoch that is over', { epoch: 0 }],
    ['with a role that is none', { role: 'USER' }],
    ['with two roles', { role: ['ADMIN', 'SUPER_ADMIN'] }],
    ['without a user', { user: '' }],
    ['with a field too many', { isAdmin: true }],
  ])('a session %s: 401', async (_state, changes) => {
    expect(await statusOf(await cookieOf({ role: 'SUPER_ADMIN', ...changes }))).toBe(401);
  });

  test('a session of another secret, of no secret, or twice: 401', async () => {
    expect(await statusOf(await cookieOf({}, 'another-session-secret-0123456789abc'))).toBe(401);
    expect(await statusOf({ cookie: '__Host-pharos=eyJhbGciOiJkaXIifQ....' })).toBe(401);
    const { cookie } = await cookieOf();
    expect(await statusOf({ cookie: `${cookie}; ${cookie}` })).toBe(401);
  });

  test('a session that was ended: 401', async () => {
    const session = newSession();
    const actor = { kind: 'user', id: 'u-1' } as const;
    await commitWrite(db(), endSession(session), { actor, requestId: 'r', key: null });
    expect(await statusOf(await cookieOf(session))).toBe(401);
  });

  test(`an admin: ${row.admin}, a super admin: ${row.superAdmin}`, async () => {
    expect(await statusOf(await cookieOf({ user: crypto.randomUUID() }))).toBe(row.admin);
    const above = await cookieOf({ user: crypto.randomUUID(), role: 'SUPER_ADMIN' });
    expect(await statusOf(above)).toBe(row.superAdmin);
  });

  test(`a token with the scope ${row.scope ?? 'of another route'}`, async () => {
    expect(await statusOf(bearer(tokens.right))).toBe(row.scope === undefined ? 401 : row.admin);
    expect(await statusOf(bearer(tokens.wrong))).toBe(row.scope === undefined ? 401 : 403);
  });

  test('a token that is revoked, expired, unknown, wrong, or beside a session: 401', async () => {
    const { revoked, expired, right } = tokens;
    const wrong = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A');
    const unknown = formatToken(newTokenParts());
    for (const token of [revoked, expired, wrong, unknown, 'pharos_', 'x']) {
      expect(await statusOf({ ...(await cookieOf()), ...bearer(token) })).toBe(401);
    }
    expect(await statusOf({ authorization: right })).toBe(401);
  });

  test(`the database away: ${row.away} with a session, 503 or 401 with a token`, async () => {
    await testEnv().STATUS_KV.put('session-epoch:v1', '1');
    const response = await call(await cookieOf({ role: 'SUPER_ADMIN' }), closed());
    expect(response.status).toBe(row.away);
    const { message, error = message } = await response.json<{ message: string; error?: string }>();
    expect(error === AWAY).toBe(row.away === 503);
    const machine = await statusOf(bearer(tokens.right), closed());
    expect(machine).toBe(row.scope === undefined ? 401 : 503);
    // A session of an epoch that was over when the database was last seen.
    expect(await statusOf(await cookieOf({ epoch: 0 }), closed())).toBe(401);
  });

  test('the database and the copy of the epoch away: nobody is believed', async () => {
    await testEnv().STATUS_KV.delete('session-epoch:v1');
    expect(await statusOf(await cookieOf(), closed())).toBe(503);
  });

  test('no secret for sessions: 503, and it says why', async () => {
    const response = await call(await cookieOf(), testEnv({ SESSION_SECRET: '' }));
    expect(response.status).toBe(503);
    const { message, error = message } = await response.json<{ message: string; error?: string }>();
    expect(error).toBe('Admin access is off: SESSION_SECRET is not set');
  });
});

function db() {
  return openDb(inject('backing').env['DATABASE_URL'] ?? '', AbortSignal.timeout(10_000));
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

function closedPort(): string {
  return new URL(inject('backing').closedUrl).port;
}

async function makeToken(scope: Scope, { isRevoked = false, days = 30 } = {}): Promise<string> {
  const parts = newTokenParts();
  const digest = await digestOf(parts.secret);
  const token = { id: parts.id, owner: 'u-0', name: parts.id, digest, scopes: [scope], days };
  const record = { actor: { kind: 'user', id: 'u-0' }, requestId: 'r', key: null } as const;
  await commitWrite(db(), createToken(token), record);
  if (isRevoked) await commitWrite(db(), revokeToken(parts.id, 'all'), record);
  return formatToken(parts);
}
