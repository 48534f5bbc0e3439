import type { OpenStack } from './open-stack.ts';

/** What a page of ours sends with every request. */
export function ours({ url }: OpenStack): Record<string, string> {
  return { origin: url, 'sec-fetch-site': 'same-origin', 'x-pharos': '1' };
}

type Sent = { method: string; path: string; headers?: object; body?: object };

/** A request as a page of ours sends it, under a key of its own unless one is given. */
export function send(
  stack: OpenStack,
  { method, path, headers, body = {} }: Sent,
): Promise<Response> {
  return fetch(stack.url + path, {
    method,
    headers: {
      ...ours(stack),
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
  });
}

/** A token of the origin that opens a session once. */
export async function newToken(stack: OpenStack): Promise<string> {
  const { hash } = new URL(await stack.adminLink());
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}

/** Gives the cookie of a new session. */
export async function signIn(stack: OpenStack): Promise<string> {
  const headers = { authorization: `Bearer ${await newToken(stack)}` };
  const response = await send(stack, { method: 'POST', path: '/api/v1/session', headers });
  if (response.status !== 201) throw new Error(`Cannot sign in: status ${response.status}`);
  return cookieOf(response.headers);
}

function cookieOf(headers: Headers): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
