// The API of the edge under vitest: real but for the time of a session, with the database that the test run started.
import { createExecutionContext, env } from 'cloudflare:test';
import { inject } from 'vitest';
import type { Session } from '../../core/auth/session.ts';
import { COOKIE } from '../shared/session/cookie.ts';
import { sealSession } from '../shared/session/seal.ts';
import { api } from './api.ts';

export const SITE = 'https://status.example';
const SECRET = 'a-session-secret-for-tests-0123456789';
export const BREAK_GLASS = 'break-glass-for-tests';
const BREAK_GLASS_HASH = '635ce8cf7a86eeef1ba9b56182c6566e58170f154d89066780f95732e44e214d';

/** What a page of ours sends with every request. */
export const OURS = {
  origin: SITE,
  'sec-fetch-site': 'same-origin',
  'x-pharos': '1',
  'content-type': 'application/json',
};

export function testEnv(changes: object = {}): EdgeEnv {
  const own = {
    STATUS_KV: env.STATUS_KV,
    DATABASE_URL: inject('backing').env['DATABASE_URL'],
    SESSION_SECRET: SECRET,
    BREAK_GLASS_HASH,
    LOGIN_LIMIT: { limit: async () => ({ success: true }) },
    MONITOR: {
      publish: async () => ({ seq: 1 }),
      publishUptime: async () => {},
      checkSeries: async () => null,
      setBanner: async () => ({ seq: 1 }),
      askPrometheus: async () => ({ status: 200, text: '{"status":"success"}' }),
    },
    DEPLOY_VERIFY: { fetch: async () => new Response(null, { status: 404 }) },
    ...changes,
  };
  // Of the bindings it holds those that the API uses.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return own as unknown as EdgeEnv;
}

type Ask = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  form?: string;
  env?: EdgeEnv;
};

/** A request to the API, as a page of ours sends it but for the headers that are given. An empty header is not sent. */
export async function ask(path: string, options: Ask = {}): Promise<Response> {
  const { method = 'GET', body, env: given = testEnv() } = options;
  const headers = Object.entries({ ...OURS, ...options.headers }).filter(
    ([, value]) => value !== '',
  );
  const request = new Request(SITE + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.form !== undefined && { body: options.form }),
  });
  return api.fetch(request, given, createExecutionContext());
}

/** The header of somebody with a session. */
export async function cookieOf(changes: object = {}, secret = SECRET): Promise<{ cookie: string }> {
  const session = { ...newSession(), ...changes };
  return { cookie: `${COOKIE}=${await sealSession(session, secret)}` };
}

export function newSession(): Session {
  const nowMs = Date.now();
  return {
    id: crypto.randomUUID(),
    user: 'u-1',
    role: 'ADMIN',
    entrance: 'origin',
    startedMs: nowMs,
    seenMs: nowMs,
    epoch: 1_000_000,
    isUnrecorded: false,
  };
}

/** A key that no other write has. */
export function newKey(): { 'idempotency-key': string } {
  return { 'idempotency-key': crypto.randomUUID() };
}
