// Zod's small form: the other one tries whether the page's policy lets it make functions, and that is a violation.
import * as z from 'zod/mini';

const Answer = z.object({ status: z.string(), message: z.string(), data: z.unknown() });

/** How a call ended: what it gave, or why not, in words for whoever reads the page. */
export type Called =
  | { kind: 'done'; message: string; data: unknown }
  | { kind: 'refused'; status: number; message: string };

type Sent = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  token?: string;
  version?: number;
};

/** Asks the API as an admin page: with the session, and under a key of its own where something is written. */
export async function callApi(path: string, sent: Sent = {}): Promise<Called> {
  const { method = 'GET', body = {}, token, version } = sent;
  const isWrite = method !== 'GET';
  try {
    const response = await fetch(path, {
      method,
      headers: {
        'x-pharos': '1',
        ...(isWrite && {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(isWrite && { body: JSON.stringify(body) }),
    });
    const { message, data } = Answer.parse(await response.json());
    if (response.ok) return { kind: 'done', message, data };
    return { kind: 'refused', status: response.status, message };
  } catch {
    return { kind: 'refused', status: 0, message: 'Pharos gives no answer: are you offline?' };
  }
}

/** Goes to the login page, and comes back from it. */
export function goToLogin(): void {
  const here = encodeURIComponent(location.pathname + location.search);
  location.replace(`/admin/login?next=${here}`);
}
